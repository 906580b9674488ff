import CellHost
import CellInterpreter
import CellStandardLibrary
import SessionSafety
import TestSupport
import Testing

/// Every function of Swift's own library, as cells have it, looks at the stop flag while it goes through what it is given.
///
/// The calls are made from the declarations, on arrays, texts, dictionaries, sets, ranges and views of many elements; the
/// looks are counted.
@Suite struct LanguageStopTests {
    @Test func everyFunctionLooksAtTheFlag() { LanguageLooks().tryFunctions() }
}

/// A session with small values and one with large ones.
private struct LanguageLooks {
    private static let elements = 1 << 15
    private static let fewestLooks = 3
    private let small = LanguageLooks.session(4)
    private let large = LanguageLooks.session(LanguageLooks.elements)

    func tryFunctions() {
        var tried = 0
        for (owner, text) in HostLibrary.standard().signatures() {
            guard let function = DeclaredFunction(owner: owner, text: text), !Self.takeNoTime.contains(function.name),
                !function.concernsNumbersAlone, !function.makesText
            else { continue }
            for receiver in Self.receivers(owner ?? "")
            where !Self.onceForAll[function.name, default: []].contains(receiver) {
                // Some arguments end the work early, as a predicate that is false at once does.
                let cells = function.cells(on: receiver).filter { looks(small, $0) != nil }.prefix(8)
                if cells.isEmpty { continue }
                tried += 1
                #expect(cells.contains(where: looksOften), "\(cells.first ?? "")")
            }
        }
        for cell in Self.cells { #expect(looksOften(cell), "\(cell)") }
        #expect(tried > 150, "\(tried)")
    }

    /// What the declarations alone do not lead to.
    private static let cells = [
        #"_ = String(format: String(repeating: "%%", count: n))"#, "_ = text.trimmingPrefix(text)",
        #"_ = String(repeating: "a", count: n).contains(String(repeating: "a", count: n / 2) + "b")"#,
    ]

    /// Where an answer is known without going through the elements.
    private static let onceForAll: [String: Set<String>] = [
        "contains": ["set", "(0..<n)", "(0...n)", "table.keys"], "drop": ["zip(numbers, numbers)"],
        "trimmingPrefix": ["text", "text.dropFirst()"],
    ]

    private func looksOften(_ cell: String) -> Bool {
        guard let few = looks(small, cell), let many = looks(large, cell) else { return false }
        return many - few >= Self.fewestLooks
    }

    /// How often a cell looks at the flag; nil when it fails.
    private func looks(_ interpreter: Interpreter, _ cell: String) -> Int? {
        let (result, looks) = interpreter.session.stop.countingLooks { onDeepStack { interpreter.run(cell) } }
        return result.error == nil ? looks : nil
    }

    private static func session(_ count: Int) -> Interpreter {
        let interpreter = Interpreter(library: .standard(), output: RecordedCells())
        let result = onDeepStack {
            interpreter.run(
                """
                let n = \(count)
                let numbers = Array(0..<n)
                let text = String(repeating: "ab c", count: n / 4)
                let words = numbers.map { "w\\($0)" }
                let pairs = numbers.map { ($0, $0) }
                let table = Dictionary(uniqueKeysWithValues: pairs)
                let set = Set(numbers)
                let lists = numbers.map { [$0] }
                let doubles = numbers.map { Double($0) }
                """)
        }
        #expect(result.error == nil)
        return interpreter
    }

    /// What a function is called on, by the type that it stands at.
    private static func receivers(_ owner: String) -> [String] {
        switch owner {
        case "": [""]
        case "Sequence", "Collection", "BidirectionalCollection":
            ["numbers", "text", "words", "table", "set", "(0..<n)", "zip(numbers, numbers)", "lists", "doubles"]
        case "Array": ["numbers", "words", "lists"]
        case "ArraySlice": ["numbers[1...]"]
        case "String": ["text"]
        case "Substring": ["text.dropFirst()"]
        case "Dictionary": ["table"]
        case "Dictionary.Keys": ["table.keys"]
        case "Dictionary.Values": ["table.values"]
        case "Set": ["set"]
        case "Range", "Range<Int>": ["(0..<n)"]
        case "ClosedRange", "ClosedRange<Int>": ["(0...n)"]
        default: []
        }
    }

    /// What only names elements anew or reads one of them, or copies and compares bytes: a text has 64 MB at most.
    private static let takeNoTime: Set<String> = [
        "count", "isEmpty", "first", "last", "startIndex", "endIndex", "indices", "index", "distance", "subscript",
        "lazy", "enumerated", "keys", "values", "utf8", "utf16", "unicodeScalars", "isContiguousUTF8", "lowerBound",
        "upperBound", "overlaps", "clamped", "zip", "stride", "type", "stdout", "stderr", "readLine", "precondition",
        "assert", "randomElement", "reversed", "joined", "description", "debugDescription", "append", "appending",
        "hasPrefix", "hasSuffix", "+", "+=", "==", "!=", "<", "<=", ">", ">=", "~=", "..<", "...", "swapAt",
        "popLast", "popFirst", "removeFirst", "removeLast", "removeAll", "remove", "reserveCapacity", "updateValue",
        "removeValue", "withContiguousStorageIfAvailable", "debugPrint", "fatalError", "preconditionFailure",
        "assertionFailure", "exit", "sleep", "insert", "update", "dropFirst", "dropLast", "suffix", "prefix",
        "removeSubrange", "replaceSubrange",
    ]
}

extension DeclaredFunction {
    /// Functions of mathematics, and others whose arguments have one size.
    fileprivate var concernsNumbersAlone: Bool {
        owner == nil && !parameters.isEmpty
            && parameters.allSatisfy { ["Double", "Float", "Int", "Bool", "T"].contains($0.type) }
    }

    /// Texts are made from others by copying their bytes.
    fileprivate var makesText: Bool { name == "init" && ["String", "Substring"].contains(owner) }

    /// Cells that call it, with one choice of arguments after another.
    fileprivate func cells(on receiver: String) -> [String] {
        var lists: [[String?]] = [[]]
        for parameter in parameters {
            let choices: [String?] =
                parameter.hasDefault ? [nil] + parameter.choices.prefix(1).map(Optional.some) : parameter.choices
            lists = lists.flatMap { list in choices.map { list + [$0] } }
            if lists.count > 400 { lists = Array(lists.prefix(400)) }
        }
        return lists.map { arguments in
            let list = zip(parameters, arguments).compactMap { parameter, argument in
                argument.map { (parameter.label.map { "\($0): " } ?? "") + $0 }
            }
            let plain = arguments.compactMap { $0 }
            let attempt = isThrowing ? "try " : ""
            if isOperator {
                if plain.count == 1 { return "_ = \(name)\(plain[0])" }
                return isMutating
                    ? "var changed = \(plain[0])\nchanged \(name) \(plain[1])" : "_ = \(plain[0]) \(name) \(plain[1])"
            }
            let target = isMutating ? "changed" : isStatic || name == "init" ? owner ?? "" : receiver
            let called =
                name == "subscript"
                ? "\(target)[\(list.joined(separator: ", "))]"
                : name == "init"
                    ? "\(target)(\(list.joined(separator: ", ")))"
                    : (target.isEmpty ? "" : target + ".") + name
                        + (isProperty ? "" : "(\(list.joined(separator: ", ")))")
            return isMutating ? "var changed = \(receiver)\n_ = \(attempt)\(called)" : "_ = \(attempt)\(called)"
        }
    }
}

extension DeclaredFunction.Parameter {
    /// What it can be given, one of which fits.
    fileprivate var choices: [String] {
        if type.contains("->") { return closures }
        switch type {
        case "Int": return ["n / 2", "1"]
        case "Bool": return ["true"]
        case "String": return ["\" \"", "text", "\"x\""]
        case "Character": return ["\"c\""]
        case let type where type.contains("Range"): return ["1..<n", "1...(n - 1)", "1...", "..<(n - 1)"]
        default:
            return [
                "numbers", "text", "words", "set", "table", "pairs", "lists", "n", "\"x\"", "\"c\" as Character", "1.5",
                "(1, 1)", "[1]", "doubles",
            ]
        }
    }

    private var closures: [String] {
        let count = type.prefix { $0 != ">" }.filter { $0 == "," }.count + 1
        if type.hasSuffix("-> Bool") {
            return count == 2
                ? ["{ _, _ in false }", "{ _, _ in true }"] : ["{ _ in false }", "{ _ in true }"]
        }
        if type.hasSuffix("-> Void") { return count == 2 ? ["{ _, _ in }"] : ["{ _ in }"] }
        if count == 2 { return ["{ a, _ in a }"] }
        if type.hasSuffix("?") { return ["{ Optional($0) }"] }
        if type.contains("-> [") { return ["{ [$0] }"] }
        return ["{ $0 }", "{ _ in 1 }"]
    }
}
