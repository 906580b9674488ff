internal import SessionSafety

extension Machine {
    /// Lets printing, comparing and sorting use what the user's types say of themselves.
    func installMembers(of types: [NominalType]) {
        for type in types where type.kind == .structure || type.kind == .enumeration {
            type.customDescription = describing(type)
            type.customEqual = function("==", of: type).map { equal in
                { [unowned self] left, right in isTrue(equal, left, right) }
            }
            type.customLess = function("<", of: type).map { less in
                { [unowned self] left, right in
                    guard case .bool(let result) = try call(less, [left, right]) else { return false }
                    return result
                }
            }
        }
    }

    private func function(_ name: String, of type: NominalType) -> UserFunction? {
        for signature in type.members[name] ?? [] {
            if case .user(let function) = signature.implementation, signature.parameters.count == 2 { return function }
        }
        return nil
    }

    private func describing(_ type: NominalType) -> ((CellValue) throws -> String)? {
        for name in ["description", "debugDescription"] {
            guard case .userAccessors(let getter, _)? = type.members[name]?.first?.implementation else { continue }
            return { [unowned self] value in try String.fromCell(call(getter, [value])) }
        }
        return nil
    }

    /// Where equality is asked for nothing can be thrown; the error waits until the call that asked has ended.
    private func isTrue(_ function: UserFunction, _ left: CellValue, _ right: CellValue) -> Bool {
        do {
            guard case .bool(let result) = try call(function, [left, right]) else { return false }
            return result
        } catch { return Fault.raise(error, returning: false) }
    }

    /// Calls a function of the user from within the interpreter.
    func call(_ function: UserFunction, _ arguments: [CellValue]) throws -> CellValue {
        var arguments = arguments
        return try ClosureBox(function, captured: [], machine: self).call(&arguments)
    }
}
