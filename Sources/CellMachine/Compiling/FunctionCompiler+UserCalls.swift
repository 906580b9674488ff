internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    /// A call of a function of the user. What runs is looked up when the call runs: a later cell may replace it.
    func userCall(_ function: UserFunction, _ list: [CheckedExpression], _ site: Site) -> Code {
        guard let pass = passing(list) else { return userCall(function, arguments(list), site) }
        let machine = machine
        if !function.scope.captures.isEmpty {
            let capture = capture(function.scope.captures, site)
            return { frame in try machine.call(try function.ready, try capture(frame), pass, frame, site) }
        }
        return { frame in try machine.call(try function.ready, pass, frame, site) }
    }

    /// The same when it gives an `Int`.
    func intUserCall(_ function: UserFunction, _ list: [CheckedExpression], _ site: Site) -> IntForm? {
        guard function.scope.captures.isEmpty, let pass = passing(list) else { return nil }
        let machine = machine
        return IntForm { frame in try machine.callInt(try function.ready, pass, frame, site) }
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
    /// Runs code in a new frame that holds its arguments.
    @inline(__always)
    func call(_ code: FunctionCode, _ pass: PassCode, _ frame: Frame, _ site: Site) throws -> CellValue {
        try call(code, site, { try pass(frame, $0) }, { try code.body($0) })
    }

    /// The same with captured boxes.
    @inline(__always)
    func call(
        _ code: FunctionCode, _ captured: [CellValue], _ pass: PassCode, _ frame: Frame, _ site: Site
    ) throws -> CellValue {
        try call(
            code, site,
            { new in
                try pass(frame, new)
                code.place(captured, in: new)
            }, { try code.body($0) })
    }

    /// The same for a function that gives an `Int`.
    @inline(__always)
    func callInt(_ code: FunctionCode, _ pass: PassCode, _ frame: Frame, _ site: Site) throws -> Int {
        try call(code, site, { try pass(frame, $0) }, { try code.intBody($0) })
    }

    @inline(__always)
    private func call<Result>(
        _ code: FunctionCode, _ site: Site, _ pass: (Frame) throws -> Void, _ body: (Frame) throws -> Result
    ) throws -> Result {
        let slots = code.slots
        let new: Frame
        do { new = try enter(slots) } catch { throw site.locating(error) }
        defer { leave(new, slots) }
        try pass(new)
        do {
            try checkLimits()
            return try body(new)
        } catch { throw site.leaving(code.name, error) }
    }
}
