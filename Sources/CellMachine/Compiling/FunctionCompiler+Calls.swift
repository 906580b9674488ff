internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    /// A call of what a signature stands for; the receiver is the first of the arguments.
    func call(_ signature: Signature, _ list: [CheckedExpression], _ site: Site) -> Code {
        let call = plainCall(signature, list, site)
        guard list.contains(where: \.isChainedPlace) else { return call }
        return { frame in do { return try call(frame) } catch is ChainEnd { return .none } }
    }

    private func plainCall(_ signature: Signature, _ list: [CheckedExpression], _ site: Site) -> Code {
        switch signature.implementation {
        case .host(let declaration): return hostCall(declaration, signature, list, site)
        case .user(let function): return userCall(function, list, site)
        case .userAccessors(let getter, _): return userCall(getter, list, site)
        case .memberwise(let type, let fields): return memberwise(type, fields, list, site)
        case .enumCase(let type, let index): return enumCase(type, index, list)
        case .synthesized(let kind, let type): return synthesized(kind, type, list.first.map { code($0) })
        }
    }

    // MARK: Functions that are values

    func callValue(_ callee: CheckedExpression, _ list: [CheckedExpression], _ site: Site) -> Code {
        let function = code(callee)
        let machine = machine
        let count = list.count
        guard let pass = passing(list) else { return callValue(function, arguments(list), site) }
        return { frame in
            guard case .function(let callable) = try function(frame) else { throw site.failure("not a function") }
            if type(of: callable.target) == ClosureTarget.self {
                let code = try unsafeDowncast(callable.target, to: ClosureTarget.self).code
                if !code.splatsTuple, code.parameterCount == count {
                    return try machine.call(code, callable.captured, pass, frame, site)
                }
            }
            var list = try machine.values(count, pass, frame)
            do { return try callable.call(&list) } catch { throw site.locating(error) }
        }
    }

    /// With `inout` arguments.
    private func callValue(_ function: @escaping Code, _ arguments: ArgumentList, _ site: Site) -> Code {
        let machine = machine
        let (count, temporaries) = (arguments.count, arguments.temporaries)
        return { frame in
            guard case .function(let callable) = try function(frame) else { throw site.failure("not a function") }
            let new = try machine.enter(count + temporaries)
            defer { machine.leave(new, count + temporaries) }
            try arguments.evaluate(frame, into: new, temporaries: new + count)
            return try arguments.borrowing(frame, new + count, into: new) {
                var list = (0..<count).map { (new + $0).take() }
                defer { for (index, value) in list.enumerated() { new[index] = value } }
                do { return try callable.call(&list) } catch { throw site.locating(error) }
            }
        }
    }

    // MARK: Initialisers and cases

    private func memberwise(_ type: NominalType, _ fields: [Int], _ list: [CheckedExpression], _ site: Site) -> Code {
        let values = list.map { code($0) }
        let count = type.fields.count
        if fields == Array(0..<count), values.count == count {
            return { frame in .structure(StructureBox(type, try values.map { try $0(frame) })) }
        }
        let machine = machine
        let defaults = type.fields.indices.filter { !fields.contains($0) }.map { index in
            (index, cell.defaultCode(of: type.fields[index]))
        }
        return { frame in
            var parts = Array(repeating: CellValue.absent, count: count)
            for (field, value) in zip(fields, values) { parts[field] = try value(frame) }
            for (index, code) in defaults { parts[index] = try machine.run(code) ?? .absent }
            return .structure(StructureBox(type, parts))
        }
    }

    private func enumCase(_ type: NominalType, _ index: Int, _ list: [CheckedExpression]) -> Code {
        if list.isEmpty { return constant(.enumeration(EnumerationBox(type, index: index))) }
        let values = list.map { code($0) }
        return { frame in .enumeration(EnumerationBox(type, index: index, payload: try values.map { try $0(frame) })) }
    }

    /// What enums have by themselves.
    private func synthesized(_ kind: Signature.Synthesized, _ type: NominalType, _ argument: Code?) -> Code {
        let argument = argument ?? constant(.void)
        switch kind {
        case .rawValue:
            return { frame in
                guard case .enumeration(let box) = try argument(frame) else { return .void }
                return box.type.cases[box.index].rawValue ?? .void
            }
        case .initRawValue:
            return { frame in
                let value = try argument(frame)
                let index = type.cases.firstIndex { $0.rawValue?.isEqual(to: value) ?? false }
                return .optional(index.map { OptionalBox(.enumeration(EnumerationBox(type, index: $0))) })
            }
        case .allCases:
            return { _ in .array(type.cases.indices.map { .enumeration(EnumerationBox(type, index: $0)) }) }
        }
    }
}

extension Machine {
    /// Arguments in a list, for what is called with one.
    func values(_ count: Int, _ pass: PassCode, _ frame: Frame) throws -> [CellValue] {
        let base = try enter(count)
        defer { leave(base, count) }
        try pass(frame, base)
        return (0..<count).map { (base + $0).take() }
    }
}

extension CheckedExpression {
    /// A whole chain as an `inout` argument, as in `x?.count += 1`.
    var isChainedPlace: Bool {
        guard case .inOut(let target) = kind, case .chain = target.kind else { return false }
        return true
    }
}
