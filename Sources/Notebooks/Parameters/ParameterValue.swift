package import TextFormats

/// A value that a parameter is given from outside.
package enum ParameterValue: Sendable, Equatable {
    /// A word of the command line, which is read by the parameter's type.
    case word(String)
    /// Text, whatever it looks like.
    case text(String)
    /// A value of a JSON file.
    case json(JSONNode)

    /// The value as Swift writes it, and its type.
    ///
    /// - Parameter type: what the notebook declares; nil when it does not, and the value says itself what it is.
    /// - Throws: ``NotebookError`` for what the type does not hold, and for what has no type in Swift.
    func literal(_ type: SwiftType?, of name: String) throws -> (text: String, type: SwiftType) {
        let node = try node(type, of: name)
        let found = try type ?? Self.type(of: node, name)
        guard let text = Self.literal(node, found) else {
            throw NotebookError(
                "the parameter \(name) is \(Self.shown(node)), and the notebook declares it as \(found)")
        }
        return (text, found)
    }

    /// Words by papermill's rules: numbers, True, False and None are what they look like, all else is text.
    private func node(_ type: SwiftType?, of name: String) throws -> JSONNode {
        switch self {
        case .text(let text): return .string(text)
        case .json(let node): return node
        case .word(let word):
            switch type {
            case .string, .optional(.string):
                return word == "None" && type != .string ? .null : .string(word)
            case .array, .dictionary, .optional(.array), .optional(.dictionary):
                guard word != "None" else { return .null }
                guard let node = try? JSONNode(Array(word.utf8)) else {
                    throw NotebookError(
                        "the parameter \(name) is \"\(word)\", and the notebook declares a list or dictionary; "
                            + "write it as JSON, such as [1, 2]")
                }
                return node
            default: return Self.plain(word)
            }
        }
    }

    private static func plain(_ word: String) -> JSONNode {
        switch word {
        case "True", "true": .boolean(true)
        case "False", "false": .boolean(false)
        case "None", "null": .null
        default: Double(word) == nil || word.contains("x") ? .string(word) : .number(word)
        }
    }

    private static func type(of node: JSONNode, _ name: String) throws -> SwiftType {
        func refuse(_ what: String, _ declaration: String) -> NotebookError {
            NotebookError(
                "the parameter \(name) is \(what), which has no type in Swift; declare it in the cell tagged parameters, "
                    + "as in `let \(name): \(declaration)`")
        }
        switch node {
        case .null: throw refuse("null", "Int? = nil")
        case .boolean: return .bool
        case .number(let text): return text.allSatisfy { $0.isNumber || $0 == "-" || $0 == "+" } ? .int : .double
        case .string: return .string
        case .array(let elements):
            guard let first = elements.first else { throw refuse("an empty list", "[Int] = []") }
            return .array(try common(first, elements, name, "a list whose elements are of several types"))
        case .object(let members):
            let values = members.members.map(\.value)
            guard let first = values.first else { throw refuse("an empty dictionary", "[String: Int] = [:]") }
            return .dictionary(try common(first, values, name, "a dictionary whose values are of several types"))
        }
    }

    /// The type of all of them; whole numbers beside others are Double.
    private static func common(
        _ first: JSONNode, _ nodes: [JSONNode], _ name: String, _ problem: String
    ) throws -> SwiftType {
        let types = try nodes.map { try type(of: $0, name) }
        if types.allSatisfy({ $0 == types[0] }) { return types[0] }
        if types.allSatisfy({ $0 == .int || $0 == .double }) { return .double }
        throw NotebookError(
            "the parameter \(name) is \(problem), which Swift has no plain type for; give each its own parameter")
    }

    private static func literal(_ node: JSONNode, _ type: SwiftType) -> String? {
        switch (type, node) {
        case (.optional, .null): return "nil"
        case (.optional(let wrapped), _): return literal(node, wrapped)
        case (.bool, .boolean(let value)): return "\(value)"
        case (.int, .number(let text)): return Int(text).map { "\($0)" }
        case (.double, .number), (.float, .number):
            guard let value = node.number else { return nil }
            if value.isFinite { return "\(value)" }
            return value.isNaN ? "\(type).nan" : value < 0 ? "-\(type).infinity" : "\(type).infinity"
        case (.string, .string(let text)): return quoted(text)
        case (.array(let element), .array(let nodes)):
            let texts = nodes.compactMap { literal($0, element) }
            return texts.count == nodes.count ? "[\(texts.joined(separator: ", "))]" : nil
        case (.dictionary(let value), .object(let members)):
            let texts = members.members.compactMap { member in
                literal(member.value, value).map { "\(quoted(member.name)): \($0)" }
            }
            guard texts.count == members.names.count else { return nil }
            return texts.isEmpty ? "[:]" : "[\(texts.joined(separator: ", "))]"
        default: return nil
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\0": result += "\\0"
            case _ where scalar.value < 32 || scalar.value == 127:
                result += "\\u{\(String(scalar.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// The value as JSON writes it; of long lists and dictionaries the beginning.
    private static func shown(_ node: JSONNode) -> String {
        switch node {
        case .string(let text): "\"\(text)\""
        case .number(let text): text
        case .boolean(let value): "\(value)"
        case .null: node.kind
        case .array(let elements): "[\(beginning(of: elements, shown))]"
        case .object(let object): "{\(beginning(of: Array(object.members)) { "\"\($0.name)\": \(shown($0.value))" })}"
        }
    }

    private static func beginning<Part>(of parts: [Part], _ shown: (Part) -> String) -> String {
        let most = 6
        return (parts.prefix(most).map(shown) + (parts.count > most ? ["…"] : [])).joined(separator: ", ")
    }
}
