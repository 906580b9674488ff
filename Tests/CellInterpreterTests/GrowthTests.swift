import CellHost
import CellInterpreter
import CellStandardLibrary
import Display
import Foundation
import SessionSafety
import TestSupport
import Testing

/// Cells whose values grow without end, each in another way, under a memory limit: each ends with an error that names the
/// limit, and the next cell runs.
///
/// The ways are made from what can be held and how it can be kept. Set `FUZZ_ROUNDS` for all of them.
@Suite struct GrowthTests {
    @Test func noGrowthEndsTheSession() async {
        let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
            onDeepStack {
                // Beside what the process has: so that a cell has little to fill before the limit is met.
                ProcessLimits.leaveData(60 << 20)
                for cell in Growth.some(Mutations.rounds(36)) { grow(cell) }
            }
            log("done\n")
        }
        // The last cell is what ended the process, if anything did.
        let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(text.hasSuffix("done\n"), "\(text.suffix(600))")
    }
}

private func log(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

private func grow(_ cell: String) {
    log(cell + "\n")
    let interpreter = Interpreter(library: .standard(), output: RecordedOutput())
    let (start, error) = (interpreter.run(Growth.declarations).error, interpreter.run(cell).error)
    #expect(start == nil && error != nil)
    let words = error?.traceback.joined() ?? ""
    #expect(words.contains("limit of"), "\(cell): \(words)")
    // Values lie where they lay; there is room to let go of them.
    #expect(interpreter.run("1 + 1").bundle?.plain == "2", "\(cell)")
    #expect(interpreter.run("kept = [:]\nlist = []\ntext = \"\"").error == nil, "\(cell)")
}

/// Loops that keep more and more.
private enum Growth {
    static let declarations = """
        struct Pair { var a: Any; var next: [Pair] = [] }
        indirect enum Chain { case end; case link(Any, Chain) }
        struct Mistake: Error { var a: Any }
        func counter(_ start: Any) -> () -> Any { var all: [Any] = [start]; return { all.append(1); return all[0] } }
        var kept: [Int: Any] = [:]
        var list: [Any] = []
        var groups: [Int: [Any]] = [:]
        var lists = Array(repeating: [Any](), count: 500)
        var words: Set<String> = []
        var text = "word"
        var chain = Chain.end
        var functions: [() -> Any] = []
        var errors: [any Error] = []
        var wrapped: [Any?] = []
        var numbers = Array(0..<5000)
        """

    /// What is held.
    private static let values = [
        "n", "Double(n)", "\"the text number \\(n) of many\"", "[n]", "[[n], [n + 1]]", "[n: \"x\"]", "Set([n, n + 1])",
        "(n, \"x\")", "n..<(n + 2)", "Pair(a: n)", "Pair(a: n, next: [Pair(a: [n])])", "Chain.link(n, .end)",
        "counter(n)", "{ n }", "Optional([n]) as Any", "\"abc\".utf8", "zip([n], [n])", "Pair.self",
        "numbers.map { $0 + n }",
        "numbers.filter { $0 > n % 7 }", "numbers + numbers", "Array(numbers.reversed())", "numbers[(n % 9)...]",
        "numbers.map { [$0] }", "String(repeating: \"ab\", count: 10_000)", "\"\\(numbers)\"", "numbers.shuffled()",
        "Dictionary(grouping: 0..<100) { $0 % 10 }", "numbers.lazy.map { $0 + n }", "Array(\"some letters \\(n)\")",
        "\"a,b,c,d\".split(separator: \",\")", "Set(numbers).union([n])", "numbers.sorted { $0 > $1 }",
    ]

    /// How it is kept.
    private static let ways = [
        "kept[kept.count] = VALUE", "list.append(VALUE)", "list += [VALUE]", "list = [VALUE, list]",
        "groups[n % 7, default: []].append(VALUE)", "lists[n % 500].append(VALUE)", "chain = .link(VALUE, chain)",
        "let v = VALUE\nfunctions.append({ v })", "errors.append(Mistake(a: VALUE))", "wrapped.append(VALUE)",
        "list.append(Pair(a: VALUE))", "list.insert(contentsOf: [VALUE as Any], at: list.count)",
        "kept.merge([n: VALUE]) { a, _ in a }", "list.append(contentsOf: [1].map { _ in VALUE as Any })",
    ]

    /// Others.
    private static let loops = [
        "words.insert(\"the text number \\(n) of many\")", "list.append(list)", "list = list + list + [n]",
        "list.append(contentsOf: list)\nlist.append(n)", "list += list + [n]", "numbers += numbers",
        "numbers.append(n)",
        "numbers = numbers + numbers", "lists.append(lists[n % 7] + [n])", "list.append(text)\ntext += \"of many\"",
        "let before = functions.last\nfunctions.append({ before?() ?? n })", "kept[n] = kept",
        "var copy = numbers\ncopy[0] = n\nlist.append(copy)", "list.append(\"\\(text) \\(n) and so on\")",
        "list.append(String(describing: kept))\nkept[n] = n",
    ]

    /// So many of all the loops, evenly spread.
    static func some(_ count: Int) -> [String] {
        let made = ways.flatMap { way in values.map { way.replacingOccurrences(of: "VALUE", with: $0) } }
        let all = made + loops
        let step = max(1, all.count / max(1, count - loops.count))
        let chosen = stride(from: 0, to: made.count, by: step).map { made[$0] } + loops
        return chosen.map { "var n = 0\nwhile true {\n\($0)\nn += 1\n}" }
    }
}
