/// A call of a declaration of the standard library, made from its text: each parameter is given something of its type.
struct StandardCall {
    /// What the declaration is found by in lists: `Array.append(_:)`.
    let name: String
    /// The cell's line, nil when it is not about a large value.
    let line: String?
    /// What there is no sample for.
    let unknown: String?

    /// The elements of all samples.
    static let size = 200_000

    /// What every call's cell begins with.
    static let setting = """
        var numbers = Array(0..<\(size))
        var words = Array(repeating: "ab", count: \(size))
        var lists = Array(repeating: [1, 2], count: \(size / 2))
        var text = String(repeating: "abcd ", count: \(size / 5))
        var piece = text.dropFirst(1)
        var slice = numbers[1...]
        var set = Set(numbers)
        var table = Dictionary(uniqueKeysWithValues: zip(numbers, numbers))
        let pairs = zip(numbers, numbers)
        """

    init(owner: String, text: String) {
        let words = text.split(separator: " ").filter { !["static", "mutating", "prefix", "postfix"].contains($0) }
        let code = words.joined(separator: " ")
        let parameters = Self.parameters(of: code)
        let base = code.hasPrefix("var ") ? code.dropFirst(4).prefix { $0 != ":" } : Self.baseName(of: code)
        let labels = parameters.map { $0.label + ":" }.joined()
        name = "\(owner.isEmpty ? "" : owner + ".")\(base)" + (code.hasPrefix("var ") ? "" : "(\(labels))")
        guard let receiver = Self.receiver(owner, code) else {
            (line, unknown) = (nil, Self.small.contains(owner) ? nil : owner)
            return
        }
        let values = parameters.filter { !$0.hasDefault }.map { ($0, Self.sample($0.type, owner, code)) }
        if let missing = values.first(where: { $0.1 == nil }) {
            (line, unknown) = (nil, missing.0.type)
            return
        }
        unknown = nil
        let arguments = values.map { ($0.label == "_" ? "" : $0.label + ": ") + ($1 ?? "") }.joined(separator: ", ")
        line = Self.line(String(base), code, receiver, arguments, values.compactMap(\.1), isFree: owner.isEmpty)
    }

    private static func line(
        _ base: String, _ code: String, _ receiver: String, _ arguments: String, _ values: [String], isFree: Bool
    ) -> String {
        if code.hasPrefix("var ") { return "_ = \(receiver).\(base)" }
        if base == "init" { return "_ = \(receiver)(\(arguments))" }
        if let sign = base.first, !sign.isLetter, values.count == 2 {
            return base.hasSuffix("=") && !["==", "<=", ">=", "!="].contains(base)
                ? "\(values[0]) \(base) \(values[1])" : "_ = \(values[0]) \(base) \(values[1])"
        }
        return "_ = " + (isFree ? "" : receiver + ".") + "\(base)(\(arguments))"
    }

    // MARK: Samples

    /// Types whose values are small, or that hold nothing.
    static let small: Set<String> = [
        "", "Int", "Double", "Float", "Bool", "Character", "UInt8", "UInt16", "UInt32", "UInt", "UnicodeScalar", "Date",
        "CharacterSet", "FILE", "FloatingPointRoundingRule", "PartialRangeFrom", "PartialRangeUpTo",
        "PartialRangeThrough", "Optional",
    ]

    private static func receiver(_ owner: String, _ code: String) -> String? {
        let isInitializer = code.hasPrefix("init")
        let elements =
            code.contains("Element: StringProtocol")
            ? "words" : code.contains("Element: Sequence") ? "lists" : "numbers"
        switch owner {
        case "":
            return ["zip", "repeatElement", "==", "!=", "<", ">", "<=", ">="].contains(baseName(of: code)) ? "" : nil
        case "Array": return isInitializer ? "Array" : elements
        case "ArraySlice": return isInitializer ? "ArraySlice" : "slice"
        case "String": return isInitializer ? "String" : "text"
        case "Substring": return isInitializer ? "Substring" : "piece"
        case "Set": return isInitializer ? "Set" : "set"
        case "Dictionary": return isInitializer ? "Dictionary" : "table"
        case "Range": return isInitializer ? "Range" : "(0..<\(size))"
        case "ClosedRange": return "(1...\(size))"
        case "Sequence": return elements == "numbers" ? "AnySequence(numbers)" : elements
        case "Collection": return elements == "numbers" ? "table.values" : elements
        case "BidirectionalCollection", "RandomAccessCollection": return elements
        case "LazySequenceProtocol": return "numbers.lazy"
        case "Slice": return "set.prefix(\(size))"
        case "Dictionary.Keys": return "table.keys"
        case "AnySequence": return "AnySequence"
        default: return nil
        }
    }

    private static func sample(_ type: String, _ owner: String, _ code: String) -> String? {
        let isText = ["String", "Substring"].contains(owner)
        switch type {
        case "Element", "T", "Bound", "Key", "Value", "Wrapped": return code.hasPrefix("func ==") ? "numbers" : "-1"
        case "Int": return code.contains("radix") ? "36" : code.contains("repeat") ? "\(size)" : "\(size / 2)"
        case "Bool": return "true"
        case "Character": return #""x""#
        case "String": return code.contains("init(_ ") || code.contains("static func") ? "text" : #""x""#
        case "Substring": return "piece"
        case "CharacterSet": return ".letters"
        case "AnySequence<Character>", "inout String": return "text"
        case "AnySequence<(Key, Value)>": return "pairs"
        case "[Key: Value]": return "table"
        case "[Character]": return "Array(text)"
        case "Array<Element>", "inout Array<Element>", "[Element]": return "numbers"
        case "ArraySlice<Element>", "inout ArraySlice<Element>": return "slice"
        case "Range<Element>", "Range<Int>", "Range<Bound>": return "1..<3"
        case "ClosedRange<Int>", "ClosedRange<Bound>": return "1...3"
        case "PartialRangeFrom<Int>": return "5..."
        case "PartialRangeUpTo<Int>": return "..<5"
        case "PartialRangeThrough<Int>": return "...5"
        case "AnySequence<Element>", "AnySequence<T>", "A", "B": return "numbers"
        case "Any": return "numbers"
        case "Result": return code.contains("into") ? "[Int]()" : "0"
        default: break
        }
        guard type.contains("->") else { return nil }
        let count = type.prefix { $0 != ">" }.filter { $0 == "," }.count
        if type.contains("inout Result") { return "{ $0.append($1) }" }
        if type.hasSuffix("Bool"), type.contains("key: Key") { return "{ $0.key < 0 }" }
        if type.hasSuffix("Bool") { return count == 1 ? (isText ? "{ $0 < $1 }" : "{ $0 > $1 }") : "{ _ in false }" }
        if type.hasSuffix("Void") { return "{ _ in }" }
        if type.hasSuffix("[T]") { return "{ [$0] }" }
        return count == 1 ? "{ $0 + $1 }" : "{ $0 }"
    }

    // MARK: Reading

    private struct Parameter {
        var label: String
        var type: String
        var hasDefault: Bool
    }

    private static func baseName(of code: String) -> String {
        let rest = code.hasPrefix("func ") ? code.dropFirst(5) : code[...]
        let isWord = rest.first?.isLetter ?? false
        return String(rest.prefix { isWord ? $0.isLetter || $0.isNumber : $0 != " " && $0 != "(" })
    }

    private static func parameters(of code: String) -> [Parameter] {
        guard !code.hasPrefix("var "), let open = code.firstIndex(of: "(") else { return [] }
        return parts(of: code[code.index(after: open)...]).map { part in
            let colon = part.firstIndex(of: ":") ?? part.endIndex
            let type = part[colon...].dropFirst().split(separator: "=", maxSplits: 1)
            let label = part[..<colon].split(separator: " ").first.map(String.init) ?? "_"
            let isOperator = !(baseName(of: code).first?.isLetter ?? true)
            return Parameter(
                label: isOperator ? "_" : label,
                type: type.first.map { $0.trimmed } ?? "", hasDefault: type.count > 1)
        }
    }

    /// The texts between the commas up to the closing bracket.
    private static func parts(of text: Substring) -> [String] {
        var (parts, depth, previous) = ([""], 0, Character(" "))
        for character in text {
            if "([<".contains(character) { depth += 1 }
            if ")]".contains(character) || (character == ">" && previous != "-") { depth -= 1 }
            if depth < 0 { break }
            if character == ",", depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
            previous = character
        }
        return parts.map { $0[...].trimmed }.filter { !$0.isEmpty }
    }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
