/// How values of a type get from a cell into the library and back.
struct Crossing {
    /// The library's types whose values cells hold.
    let hostTypes: Set<String>
    let protocols: Set<String>

    private static let standard: Set<String> = ["Int", "Double", "Float", "Bool", "String", "Character"]
    private static let ranges: Set<String> = [
        "Range", "ClosedRange", "PartialRangeFrom", "PartialRangeUpTo", "PartialRangeThrough", "Set",
    ]

    /// Why something has no place in a cell.
    struct Obstacle: Error, Equatable {
        var reason: String
    }

    /// A type that arrives from a cell, and what makes the library's type of it: `HostPair<Int, Int>` and
    /// `($0.first, $0.second)`.
    struct Arrival: Equatable {
        var type: String
        /// With `$0` for the value; nil when it is the library's already.
        var unwrapping: String?
    }

    /// Whether values convert as they are.
    func isPlain(_ type: SourceType) -> Bool {
        switch type {
        case .named(let name, let arguments):
            arguments.isEmpty
                ? Self.standard.contains(name) || hostTypes.contains(name)
                : Self.ranges.contains(name) && arguments.allSatisfy(isPlain)
        case .optional(let wrapped): isPlain(wrapped)
        case .array(let element): isPlain(element)
        case .dictionary(let key, let value): isPlain(key) && isPlain(value)
        default: false
        }
    }

    // MARK: Into the library

    func arrival(_ type: SourceType) throws -> Arrival {
        if isPlain(type) { return Arrival(type: "\(type)") }
        switch type {
        case .existential(let name) where protocols.contains(name):
            return Arrival(type: "HostAny<any \(name)>", unwrapping: "$0.value")
        case .tuple(let elements) where elements.count == 2:
            let parts = try elements.map { try arrival($0.type) }
            let values = zip(zip(elements, parts), ["$0.first", "$0.second"]).map { pair, path in
                (pair.0.label.map { "\($0): " } ?? "") + pair.1.value(path)
            }
            return Arrival(
                type: "HostPair<\(parts[0].type), \(parts[1].type)>", unwrapping: "(\(values.joined(separator: ", ")))")
        case .optional(let wrapped):
            let inner = try arrival(wrapped)
            let path = inner.unwrapping == "$0.value" ? "$0?.value" : "$0.map { \(inner.value("$0")) }"
            return Arrival(type: inner.type + "?", unwrapping: path)
        case .array(let element):
            let inner = try arrival(element)
            return Arrival(type: "[\(inner.type)]", unwrapping: "$0.map { \(inner.value("$0")) }")
        default: throw Obstacle(reason: "'\(type)' has no place in a cell")
        }
    }

    /// A closure of the cell as the library takes it. `name` holds the ``CellFunction``.
    func closure(_ type: SourceType, calling name: String) throws -> String {
        guard case .function(let parameters, let isThrowing, let result) = type else {
            throw Obstacle(reason: "'\(type)' is not a function")
        }
        guard isThrowing else { throw Obstacle(reason: "a cell's closure may throw, '\(type)' may not") }
        for (index, parameter) in parameters.enumerated() {
            guard isPlain(parameter.type), !parameter.isInOut || index == 0 else {
                throw Obstacle(reason: "a cell's closure cannot be given '\(parameter.type)'")
            }
        }
        guard result == .void || isPlain(result) else {
            throw Obstacle(reason: "a cell's closure cannot give '\(result)'")
        }
        let names = parameters.indices.map { "a\($0)" }
        let list = zip(names, parameters).map { "\($0): \($1.isInOut ? "inout " : "")\($1.type)" }
        let given = names.joined(separator: ", ")
        let call: String
        if let first = parameters.first, first.isInOut {
            guard first.type == .named("Tensor", []), result == .void else {
                throw Obstacle(reason: "a cell's closure changes tensors only")
            }
            call = "try \(name).callInOut(&\(given), ifLost: Tensor(0))"
        } else if result == .void {
            call = "try \(name).run(\(given))"
        } else {
            call = "try \(name)(\(given)\(given.isEmpty ? "" : ", ")returning: \(result).self)"
        }
        return "{ (\(list.joined(separator: ", "))) throws -> \(result) in \(call) }"
    }

    // MARK: Out of the library

    /// The cell's value of an expression that is written once.
    func departure(_ type: SourceType, _ expression: String) throws -> String {
        if isPlain(type) { return expression + ".toCell()" }
        switch type {
        case .array(.tuple(let elements)) where elements.count == 2 && elements.allSatisfy { isPlain($0.type) }:
            return expression + ".map { HostPair($0.0, $0.1) }.toCell()"
        case .existential(let name) where protocols.contains(name):
            return "HostAny<any \(name)>(\(expression)).toCell()"
        default: throw Obstacle(reason: "'\(type)' has no place in a cell")
        }
    }
}

extension Crossing.Arrival {
    func value(_ path: String) -> String { unwrapping?.replacingDollar(with: path) ?? path }
}

extension String {
    /// The text with its outer `$0` replaced; those within closures stay.
    fileprivate func replacingDollar(with path: String) -> String {
        var (result, depth, rest) = ("", 0, self[...])
        while let character = rest.first {
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
            if depth == 0, rest.hasPrefix("$0") {
                result += path
                rest = rest.dropFirst(2)
            } else {
                result.append(character)
                rest = rest.dropFirst()
            }
        }
        return result
    }
}
