/// Writes what runs when a cell uses a declaration.
///
/// `Tensor.sum(dim: Int, keepdim: Bool)` becomes
/// `try call.value(0, as: Tensor.self).sum(dim: call.value(1, as: Int.self), keepdim: call.value(2, as: Bool.self)).toCell()`.
struct CallWriter {
    let crossing: Crossing
    let library: Library

    /// The lines of a closure's body that takes a `HostCall` named `call`.
    func body(of declaration: LibraryDeclaration) throws -> [String] {
        var call = Call(declaration)
        let expression = try expression(of: declaration, &call)
        let end = try ending(declaration, call.attempt(expression, declaration), call.prelude.isEmpty)
        return (call.prelude + end).flatMap(\.lines)
    }

    /// The same for setting it.
    func setter(of declaration: LibraryDeclaration) throws -> [String] {
        var call = Call(declaration)
        let subject = try receiver(of: declaration, &call, isChanged: true)
        let place = subject + (try access(declaration, &call))
        let value = try call.next(declaration.result, crossing)
        return call.prelude + ["try \(place) = \(value)"]
    }

    // MARK: The expression

    private func expression(of declaration: LibraryDeclaration, _ call: inout Call) throws -> String {
        switch declaration.kind {
        case .prefixOperator: return "(\(declaration.name)\(try call.next(declaration.parameters[0].type, crossing)))"
        case .binaryOperator:
            let (left, right) = (declaration.parameters[0], declaration.parameters[1])
            if left.isInOut {
                return "\(try call.taken(left.type)) \(declaration.name) \(try call.next(right.type, crossing))"
            }
            return "(\(try call.next(left.type, crossing)) \(declaration.name) \(try call.next(right.type, crossing)))"
        default:
            let subject = try receiver(of: declaration, &call, isChanged: declaration.isMutating)
            return subject + (try access(declaration, &call))
        }
    }

    /// What stands in front of the member's name.
    private func receiver(
        of declaration: LibraryDeclaration, _ call: inout Call, isChanged: Bool
    ) throws -> String {
        guard let owner = declaration.owner else { return "" }
        guard declaration.isInstanceMember else { return owner }
        if isChanged, library.types[owner]?.kind != .reference { return try call.taken(.named(owner, [])) }
        return try call.next(.named(owner, []), crossing)
    }

    /// The member's name with its arguments.
    private func access(_ declaration: LibraryDeclaration, _ call: inout Call) throws -> String {
        let dot = declaration.owner == nil ? "" : "."
        switch declaration.kind {
        case .property: return dot + declaration.name
        case .enumCase where declaration.parameters.isEmpty: return dot + declaration.name
        case .initializer: return "(\(try arguments(declaration, &call)))"
        case .subscripted: return "[\(try arguments(declaration, &call))]"
        case .function where declaration.name == "callAsFunction": return "(\(try arguments(declaration, &call)))"
        default: return "\(dot)\(declaration.name)(\(try arguments(declaration, &call)))"
        }
    }

    private func arguments(_ declaration: LibraryDeclaration, _ call: inout Call) throws -> String {
        let arguments = try declaration.parameters.map { parameter in
            let label = parameter.label.map { "\($0): " } ?? ""
            if parameter.isInOut { return "\(label)&\(try call.taken(parameter.type))" }
            if case .function = parameter.type { return label + (try call.closure(parameter.type, crossing)) }
            guard parameter.isVariadic else { return label + (try call.next(parameter.type, crossing)) }
            // Swift cannot hand an array on as single values; the library has the same for an array.
            guard hasArrayForm(declaration) else {
                throw Crossing.Obstacle(reason: "the library lacks the same function with an array in place of '...'")
            }
            return label + (try call.next(.array(parameter.type), crossing))
        }
        return Self.wrapped(arguments)
    }

    /// The arguments on one line, or on as many as they take.
    private static func wrapped(_ arguments: [String]) -> String {
        let all = arguments.joined(separator: ", ")
        if all.count <= 80 { return all }
        var lines = [""]
        for argument in arguments {
            if !(lines.last ?? "").isEmpty, (lines.last ?? "").count + argument.count > 100 { lines.append("") }
            lines[lines.count - 1] += argument + ", "
        }
        return "\n    " + lines.joined(separator: "\n    ").dropLast(2)
    }

    private func hasArrayForm(_ declaration: LibraryDeclaration) -> Bool {
        let wanted = declaration.parameters.map { $0.isVariadic ? SourceType.array($0.type) : $0.type }
        return library.declarations.contains {
            $0.shortKey == declaration.shortKey && $0.parameters.map(\.type) == wanted
        }
    }

    // MARK: What it gives

    private func ending(_ declaration: LibraryDeclaration, _ expression: String, _ isAlone: Bool) throws -> [String] {
        let word = isAlone ? "" : "return "
        switch declaration.value {
        case .void: return [expression, "return .void"]
        case .tuple(let elements):
            let values = try elements.indices.map { try crossing.departure(elements[$0].type, "result.\($0)") }
            return ["let result = \(expression)", "return .tuple([\(values.joined(separator: ", "))])"]
        case let type: return [word + (try crossing.departure(type, expression))]
        }
    }
}

/// A call as it is written.
private struct Call {
    var prelude: [String] = []
    private var count = 0
    private var mayThrow = false
    /// Each argument on a line of its own, so that long calls stay quick to check.
    private let hasManyArguments: Bool

    init(_ declaration: LibraryDeclaration) { hasManyArguments = declaration.parameters.count > 3 }

    mutating func next(_ type: SourceType, _ crossing: Crossing) throws -> String {
        let arrival = try crossing.arrival(type)
        let place = count
        count += 1
        let value = arrival.value("call.value(\(place), as: \(arrival.type).self)")
        if hasManyArguments {
            prelude.append("let value\(place) = try \(value)")
            return "value\(place)"
        }
        mayThrow = true
        return value
    }

    /// An argument that is changed where it is: taken out of its place, and put back when the call ends.
    mutating func taken(_ type: SourceType) throws -> String {
        let place = count
        count += 1
        prelude += [
            "var value\(place) = try call.take(\(place), as: \(type).self)",
            "defer { call.put(value\(place), \(place)) }",
        ]
        return "value\(place)"
    }

    mutating func closure(_ type: SourceType, _ crossing: Crossing) throws -> String {
        let closure = try crossing.closure(type, calling: "function\(count)")
        prelude.append("let function\(count) = try call.value(\(count), as: CellFunction.self)")
        count += 1
        return closure
    }

    func attempt(_ expression: String, _ declaration: LibraryDeclaration) -> String {
        mayThrow || declaration.throwing != .never ? "try \(expression)" : expression
    }
}
