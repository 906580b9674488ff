internal import CellSyntax

extension FunctionCompiler {
    /// A call of a function of the user. What runs is looked up when the call runs: a later cell may replace it.
    func userCall(_ function: UserFunction, _ list: [CheckedExpression], _ site: Site) -> Code {
        let arguments = arguments(list)
        guard let values = arguments.values else { return userCall(function, arguments, site) }
        let machine = machine
        if !function.scope.captures.isEmpty {
            let capture = capture(function.scope.captures, site)
            return { frame in try machine.call(try function.ready, try capture(frame), values, frame, site) }
        }
        switch values.count {
        case 0:
            return { frame in try machine.call(try function.ready, site) { _ in } }
        case 1:
            let first = values[0]
            return { frame in
                try machine.call(try function.ready, site) { $0.initialize(to: try first(frame)) }
            }
        case 2:
            let (first, second) = (values[0], values[1])
            return { frame in
                try machine.call(try function.ready, site) { new in
                    new.initialize(to: try first(frame))
                    (new + 1).initialize(to: try second(frame))
                }
            }
        default: return { frame in try machine.call(try function.ready, [], values, frame, site) }
        }
    }

    /// With `inout` arguments: their values are moved into the function's frame, and back when it ends.
    private func userCall(_ function: UserFunction, _ arguments: ArgumentList, _ site: Site) -> Code {
        let machine = machine
        let capture = capture(function.scope.captures, site)
        let temporaries = arguments.temporaries
        return { frame in
            let code = try function.ready
            let temps = try machine.enter(temporaries)
            defer { machine.leave(temps, temporaries) }
            let captured = try capture(frame)
            let new = try machine.enter(code.slots)
            defer { machine.leave(new, code.slots) }
            try arguments.evaluate(frame, into: new, temporaries: temps)
            return try arguments.borrowing(frame, temps, into: new) {
                do {
                    try machine.checkLimits()
                    code.place(captured, in: new)
                    return try code.body(new)
                } catch { throw site.leaving(code.name, error) }
            }
        }
    }
}

extension Machine {
    /// Runs code in a new frame, whose parameters `pass` fills.
    @inline(__always)
    func call(_ code: FunctionCode, _ site: Site, _ pass: (Frame) throws -> Void) throws -> CellValue {
        let slots = code.slots
        let new: Frame
        do { new = try enter(slots) } catch { throw site.locating(error) }
        defer { leave(new, slots) }
        try pass(new)
        do {
            try checkLimits()
            return try code.body(new)
        } catch { throw site.leaving(code.name, error) }
    }

    /// The same with arguments and captured boxes in lists.
    func call(
        _ code: FunctionCode, _ captured: [CellValue], _ values: [Code], _ frame: Frame, _ site: Site
    ) throws -> CellValue {
        try call(code, site) { new in
            for (index, value) in values.enumerated() { (new + index).initialize(to: try value(frame)) }
            code.place(captured, in: new)
        }
    }
}
