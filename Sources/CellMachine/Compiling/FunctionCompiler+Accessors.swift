internal import CellHost
internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    /// The place of a computed property or subscript: its value is got, changed and set.
    func accessorPlace(
        _ signature: Signature, _ receiver: CheckedExpression?, _ indices: [CheckedExpression],
        _ temporaries: inout Int, _ site: Site
    ) -> Place {
        let base = receiver.map { basePlace($0, &temporaries) }
        let first = temporaries
        temporaries += indices.count
        let codes = indices.map { code($0) }
        let prepare = { (frame: Frame, temps: Frame) in
            try base?.prepare(frame, temps)
            for (index, code) in codes.enumerated() { temps[first + index] = try code(frame) }
        }
        let accessors = accessors(signature, site)
        let count = codes.count
        var place = Place(prepare: prepare) { frame, temps, change in
            try FunctionCompiler.access(base, frame, temps) { own in
                var value = try accessors.get(own, temps + first, count)
                try change(&value)
                try accessors.set(&own, temps + first, count, value)
            }
        }
        place.assign = { frame, temps, new in
            try FunctionCompiler.access(base, frame, temps) { try accessors.set(&$0, temps + first, count, new) }
        }
        place.read = { frame, temps in
            try accessors.get(try base?.read(frame, temps) ?? .void, temps + first, count)
        }
        return place
    }

    private static func access(_ base: Place?, _ frame: Frame, _ temps: Frame, _ change: Place.Change) throws {
        var own = CellValue.void
        if let base { try base.access(frame, temps, change) } else { try change(&own) }
    }

    /// A getter and setter, given self and the indices.
    private struct Accessors {
        var get: (CellValue, Frame, Int) throws -> CellValue
        var set: (inout CellValue, Frame, Int, CellValue) throws -> Void
    }

    private func accessors(_ signature: Signature, _ site: Site) -> Accessors {
        let hasSelf = !signature.isStatic && signature.owner != nil
        let machine = machine
        switch signature.implementation {
        case .host(let declaration):
            let get = HostInvocation(declaration, signature, site)
            let set = declaration.setter.map { HostInvocation($0, mayFault: declaration.mayFault, signature, site) }
            return accessors(
                hasSelf: hasSelf,
                get: { ($0, get.callAsFunction) }, set: { ($0, set?.callAsFunction) }, site)
        case .userAccessors(let getter, let setter):
            return accessors(
                hasSelf: hasSelf,
                get: { count in
                    let code = try getter.ready
                    return (max(count, code.slots), { try machine.run(code, in: $0, site) })
                },
                set: { count in
                    guard let code = try setter?.ready else { return (count, nil) }
                    return (max(count, code.slots), { try machine.run(code, in: $0, site) })
                }, site)
        default:
            return Accessors(
                get: { _, _, _ in throw site.failure("'\(signature.name)' cannot be changed") },
                set: { _, _, _, _ in throw site.failure("'\(signature.name)' cannot be changed") })
        }
    }

    private typealias Body = (Frame) throws -> CellValue

    private func accessors(
        hasSelf: Bool, get: @escaping (Int) throws -> (Int, Body),
        set: @escaping (Int) throws -> (Int, Body?), _ site: Site
    ) -> Accessors {
        let machine = machine
        let offset = hasSelf ? 1 : 0
        return Accessors(
            get: { own, indices, count in
                let (slots, body) = try get(count + offset)
                let base = try machine.enter(max(1, slots))
                defer { machine.leave(base, max(1, slots)) }
                if hasSelf { base.initialize(to: own) }
                for index in 0..<count { (base + offset + index).initialize(to: indices[index]) }
                return try body(base)
            },
            set: { own, indices, count, value in
                let (slots, body) = try set(count + offset + 1)
                guard let body else { throw site.failure("this cannot be set") }
                let base = try machine.enter(slots)
                defer { machine.leave(base, slots) }
                if hasSelf { base.initialize(to: own.taken()) }
                defer { if hasSelf { own = base.take() } }
                for index in 0..<count { (base + offset + index).initialize(to: indices[index]) }
                (base + offset + count).initialize(to: value)
                _ = try body(base)
            })
    }
}

extension Machine {
    /// Runs code in a frame whose parameters are in place.
    fileprivate func run(_ code: FunctionCode, in frame: Frame, _ site: Site) throws -> CellValue {
        do {
            try checkLimits()
            return try code.body(frame)
        } catch { throw site.leaving(code.name, error) }
    }
}
