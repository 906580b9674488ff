/// An einsum pattern read against the shapes of its tensors.
struct EinsumPattern {
    /// The axis names of each tensor; those of an ellipsis are "…1", "…2", counted from the last.
    private(set) var inputs: [[String]] = []
    private(set) var output: [String] = []
    /// The length that each name stands for.
    private(set) var lengths: [String: Int] = [:]

    private let text: String

    init(_ text: String, shapes: [[Int]]) throws(TensorError) {
        self.text = text
        let sides = text.split(separator: "->", omittingEmptySubsequences: false)
        guard sides.count <= 2 else { throw error("it has more than one \"->\"") }
        let terms = sides[0].split(separator: ",", omittingEmptySubsequences: false).map(Self.trimmed)
        guard terms.count == shapes.count, !shapes.isEmpty else {
            throw error("it names \(terms.count) tensors, and \(shapes.count) are given")
        }
        let areWords = Self.areWords(terms, shapes)
        for (term, shape) in zip(terms, shapes) {
            inputs.append(try names(of: term, areWords, shape))
        }
        try measure(shapes)
        if sides.count == 2 {
            output = try outputNames(Self.trimmed(sides[1]), areWords)
        } else {
            output = implicitOutput
        }
        try checkOutput()
    }

    private func error(_ problem: String) -> TensorError { .badEinsum(pattern: text, problem: problem) }

    private static func trimmed(_ text: Substring) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Words when a term has a space in it; without any spaces, letters, unless only words fit the shapes.
    private static func areWords(_ terms: [String], _ shapes: [[Int]]) -> Bool {
        if terms.contains(where: { $0.contains(" ") }) { return true }
        let lettersFit = zip(terms, shapes).allSatisfy { $0.count == $1.count || $0.contains("...") }
        return !lettersFit && zip(terms, shapes).allSatisfy { $1.count == ($0.isEmpty ? 0 : 1) }
    }

    private func split(_ term: String, _ areWords: Bool) throws(TensorError) -> [String] {
        let spaced = term.replacing("...", with: " … ")
        let words = spaced.split(separator: " ").map(String.init)
        let names = areWords ? words : words.flatMap { $0.map(String.init) }
        for name in names where name != "…" && !name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) {
            throw error("\"\(name)\" can't be the name of an axis")
        }
        guard names.filter({ $0 == "…" }).count <= 1 else { throw error("a term has more than one \"...\"") }
        return names
    }

    private func names(of term: String, _ areWords: Bool, _ shape: [Int]) throws(TensorError) -> [String] {
        let names = try split(term, areWords)
        let named = names.filter { $0 != "…" }.count
        guard names.contains("…") ? named <= shape.count : named == shape.count else {
            throw error("\"\(term)\" names \(named) axes, and its tensor has the shape \(shape)")
        }
        return names.flatMap { $0 == "…" ? Self.ellipsis(shape.count - named) : [$0] }
    }

    private static func ellipsis(_ count: Int) -> [String] { (0..<count).reversed().map { "…\($0 + 1)" } }

    private mutating func measure(_ shapes: [[Int]]) throws(TensorError) {
        for (names, shape) in zip(inputs, shapes) {
            for (name, length) in zip(names, shape) {
                let known = lengths[name] ?? length
                let canStretch = name.hasPrefix("…")
                guard known == length || canStretch && (known == 1 || length == 1) else {
                    throw error("axis \"\(name)\" has length \(known) in one place and \(length) in another")
                }
                lengths[name] = known == 1 ? length : known
            }
        }
    }

    private var stretched: [String] {
        Self.ellipsis(inputs.map { $0.filter { $0.hasPrefix("…") }.count }.max() ?? 0)
    }

    private func outputNames(_ term: String, _ areWords: Bool) throws(TensorError) -> [String] {
        try split(term, areWords).flatMap { $0 == "…" ? stretched : [$0] }
    }

    /// Without "->", the axes that occur once, in alphabetical order.
    private var implicitOutput: [String] {
        let all = inputs.joined().filter { !$0.hasPrefix("…") }
        let counts = Dictionary(all.map { ($0, 1) }, uniquingKeysWith: +)
        return stretched + counts.filter { $0.value == 1 }.keys.sorted()
    }

    private func checkOutput() throws(TensorError) {
        for name in output where lengths[name] == nil {
            throw error("axis \"\(name)\" stands on the right of \"->\" but not on the left")
        }
        guard Set(output).count == output.count else { throw error("an axis stands on the right of \"->\" twice") }
    }
}
