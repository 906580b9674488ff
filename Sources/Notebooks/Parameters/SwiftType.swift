/// A type that a parameter can have.
package indirect enum SwiftType: Sendable, Equatable {
    case int, double, float, string, bool
    case array(SwiftType)
    /// Of values by text.
    case dictionary(SwiftType)
    case optional(SwiftType)

    /// The type of that text, such as `[Int]?`; nil for one that no parameter can be given for.
    package init?(_ text: some StringProtocol) {
        let text = String(text.filter { !$0.isWhitespace })
        switch text {
        case "Int": self = .int
        case "Double": self = .double
        case "Float": self = .float
        case "String": self = .string
        case "Bool": self = .bool
        case _ where text.hasSuffix("?"):
            guard let wrapped = SwiftType(text.dropLast()) else { return nil }
            self = .optional(wrapped)
        case _ where text.hasPrefix("[String:") && text.hasSuffix("]"):
            guard let value = SwiftType(text.dropFirst(8).dropLast()) else { return nil }
            self = .dictionary(value)
        case _ where text.hasPrefix("[") && text.hasSuffix("]"):
            guard let element = SwiftType(text.dropFirst().dropLast()) else { return nil }
            self = .array(element)
        default: return nil
        }
    }

    /// What a literal is without another word, such as `Double` for `0.5`; nil for other expressions.
    package init?(ofLiteral text: some StringProtocol) {
        let text = text.trimmed
        if text == "true" || text == "false" {
            self = .bool
        } else if text.wholeMatch(of: /-?[0-9][0-9_]*/) != nil {
            self = .int
        } else if text.wholeMatch(of: /-?[0-9][0-9_]*(\.[0-9_]+)?([eE][-+]?[0-9]+)?/) != nil {
            self = .double
        } else if text.wholeMatch(of: /"([^"\\]|\\.)*"/) != nil {
            self = .string
        } else if text.hasPrefix("["), text.hasSuffix("]"), let first = Self.firstElement(text.dropFirst().dropLast()) {
            let parts = first.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, SwiftType(ofLiteral: parts[0]) == .string else {
                guard let element = SwiftType(ofLiteral: first) else { return nil }
                self = .array(element)
                return
            }
            guard let value = SwiftType(ofLiteral: parts[1]) else { return nil }
            self = .dictionary(value)
        } else {
            return nil
        }
    }

    /// Up to the first comma that stands in no brackets and no text.
    private static func firstElement(_ text: Substring) -> Substring? {
        var (depth, isInText) = (0, false)
        for index in text.indices {
            switch text[index] {
            case "\"": isInText.toggle()
            case "[" where !isInText: depth += 1
            case "]" where !isInText: depth -= 1
            case "," where !isInText && depth == 0: return text[..<index]
            default: break
            }
        }
        return text.trimmed.isEmpty ? nil : text
    }
}

extension SwiftType: CustomStringConvertible {
    package var description: String {
        switch self {
        case .int: "Int"
        case .double: "Double"
        case .float: "Float"
        case .string: "String"
        case .bool: "Bool"
        case .array(let element): "[\(element)]"
        case .dictionary(let value): "[String: \(value)]"
        case .optional(let wrapped): "\(wrapped)?"
        }
    }
}

extension StringProtocol {
    /// Without the space around it.
    var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
