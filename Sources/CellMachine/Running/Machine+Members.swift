package import CellMeaning
internal import CellValues
internal import SessionSafety

extension Machine {
    /// Lets printing, comparing and sorting use what the user's types say of themselves.
    package func installMembers(of names: SessionNames) {
        for type in names.types.values where type.kind == .structure || type.kind == .enumeration {
            func members(_ name: String) -> [Signature] {
                (names.extensions[type.name]?[name] ?? []) + (type.members[name] ?? [])
            }
            type.customDescription = describing(type, members("description"))
            type.customEqual = function(members("==")).map { equal in
                { [unowned self] left, right in isTrue(equal, left, right) }
            }
            type.customLess = function(members("<")).map { less in
                { [unowned self] left, right in
                    guard case .bool(let result) = try call(less, [left, right]) else { return false }
                    return result
                }
            }
        }
    }

    private func function(_ members: [Signature]) -> UserFunction? {
        for signature in members {
            if case .user(let function) = signature.implementation, signature.parameters.count == 2 { return function }
        }
        return nil
    }

    /// A type that says that it describes itself does so with a property, computed or stored.
    private func describing(_ type: NominalType, _ members: [Signature]) -> ((CellValue) throws -> String)? {
        guard type.conformances.contains("CustomStringConvertible") else { return nil }
        if case .userAccessors(let getter, _)? = members.first?.implementation {
            return { [unowned self] value in try String.fromCell(call(getter, [value])) }
        }
        guard let index = type.fields.firstIndex(where: { $0.name == "description" }) else { return nil }
        return { value in
            guard case .structure(let box) = value, index < box.fields.count else { return "" }
            return try String.fromCell(box.fields[index])
        }
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
        return try ClosureTarget(function, self).call(&arguments, [])
    }
}
