extension CellType: CustomStringConvertible {
    /// The type as Swift writes it, for messages and help.
    @usableFromInline package var description: String {
        switch self {
        case .nominal(let type, let arguments): CellType.text(type, arguments)
        case .tuple(let elements): "(" + elements.map(\.description).joined(separator: ", ") + ")"
        case .function(let function): function.description
        case .existential("Any"): "Any"
        case .existential(let name): "any \(name)"
        case .parameter(let name): name
        case .variable(let variable): variable.description
        case .metatype(let type): "\(type).Type"
        case .never: "Never"
        case .unknown: "_"
        }
    }

    private static func text(_ type: NominalType, _ arguments: [CellType]) -> String {
        switch (type.name, arguments.count) {
        case ("Array", 1): return "[\(arguments[0])]"
        case ("Dictionary", 2): return "[\(arguments[0]) : \(arguments[1])]"
        case ("Optional", 1):
            if case .function = arguments[0].resolved { return "(\(arguments[0]))?" }
            return "\(arguments[0])?"
        case (_, 0): return type.name
        case ("Dictionary.Keys", 2), ("Dictionary.Values", 2):
            return "Dictionary<\(arguments[0]), \(arguments[1])>" + type.name.dropFirst("Dictionary".count)
        default: return "\(type.name)<\(arguments.map(\.description).joined(separator: ", "))>"
        }
    }
}

extension TupleElementType: CustomStringConvertible {
    @usableFromInline package var description: String { label.map { "\($0): \(type)" } ?? "\(type)" }
}

extension FunctionType: CustomStringConvertible {
    @usableFromInline package var description: String {
        let parameters = parameters.map { ($0.isInOut ? "inout " : "") + "\($0.type)" + ($0.isVariadic ? "..." : "") }
        return "(\(parameters.joined(separator: ", ")))\(isThrowing ? " throws" : "") -> \(result)"
    }
}

extension TypeVariable: CustomStringConvertible {
    @usableFromInline package var description: String {
        if let binding { return binding.description }
        switch literal {
        case .integer: return "Int"
        case .float, .untold: return "Double"
        case .string, .character: return "String"
        case nil: return name.isEmpty ? "_" : name
        }
    }
}

extension CellType {
    /// What a type variable is bound to, or the type itself; only the outermost level.
    @inlinable
    package var resolved: CellType {
        var type = self
        while case .variable(let variable) = type, let binding = variable.binding { type = binding }
        return type
    }

    /// The same with all bound variables replaced, at every level.
    package var settled: CellType {
        switch resolved {
        case .nominal(let type, let arguments) where !arguments.isEmpty: .nominal(type, arguments.map(\.settled))
        case .tuple(let elements):
            .tuple(elements.map { TupleElementType(label: $0.label, type: $0.type.settled) })
        case .function(let function): .function(function.map(\.settled))
        case .metatype(let type): .metatype(type.settled)
        case let other: other
        }
    }

    /// The variables in it that are not bound.
    package var freeVariables: [TypeVariable] {
        switch resolved {
        case .variable(let variable): [variable]
        case .nominal(_, let arguments): arguments.flatMap(\.freeVariables)
        case .tuple(let elements): elements.flatMap(\.type.freeVariables)
        case .function(let function): function.parameters.flatMap(\.type.freeVariables) + function.result.freeVariables
        case .metatype(let type): type.freeVariables
        default: []
        }
    }

    @inlinable
    package var nominal: NominalType? {
        if case .nominal(let type, _) = resolved { return type }
        return nil
    }

    /// What an optional wraps.
    package var wrapped: CellType? {
        if case .nominal(let type, let arguments) = resolved, type === BuiltIn.optional { return arguments.first }
        return nil
    }

    package var functionType: FunctionType? {
        if case .function(let function) = resolved { return function }
        return nil
    }

    package var isVoid: Bool {
        if case .tuple(let elements) = resolved { return elements.isEmpty }
        return false
    }

    package var isUnknown: Bool { if case .unknown = resolved { true } else { false } }
    package var isNever: Bool { if case .never = resolved { true } else { false } }

    @inlinable
    package func isNominal(_ type: NominalType) -> Bool { nominal == type }

    /// Each `.parameter` by its name replaced.
    package func substituting(_ types: [String: CellType]) -> CellType {
        if types.isEmpty { return self }
        switch self {
        case .parameter(let name): return types[name] ?? self
        case .nominal(let type, let arguments) where !arguments.isEmpty:
            return .nominal(type, arguments.map { $0.substituting(types) })
        case .tuple(let elements):
            return .tuple(elements.map { TupleElementType(label: $0.label, type: $0.type.substituting(types)) })
        case .function(let function): return .function(function.map { $0.substituting(types) })
        case .metatype(let type): return .metatype(type.substituting(types))
        default: return self
        }
    }
}

extension FunctionType {
    func map(_ transform: (CellType) -> CellType) -> FunctionType {
        var copy = self
        for index in copy.parameters.indices { copy.parameters[index].type = transform(copy.parameters[index].type) }
        copy.result = transform(copy.result)
        return copy
    }
}
