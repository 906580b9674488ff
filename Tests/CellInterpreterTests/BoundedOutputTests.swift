import CellHost
import CellInterpreter
import CellStandardLibrary
import Display
import TestSupport
import Testing

/// Whatever a cell shows or fails with, no more than a page of it is sent.
@Suite struct BoundedOutputTests {
    private func run(_ cells: [String]) -> CellResult? {
        onDeepStack {
            let interpreter = Interpreter(library: .standard(), output: RecordedOutput())
            return cells.map { interpreter.run($0) }.last
        }
    }

    private static let doubled = "var list: [Any] = [1]\nfor _ in 0..<60 { list = [list, list] }"

    @Test(arguments: [
        #"String(repeating: "é", count: 3_000_000)"#,
        #"[String(repeating: "x", count: 3_000_000)]"#,
        #"Array(repeating: String(repeating: "x", count: 30_000), count: 2_000)"#,
        #"["key": Array(repeating: 1.5, count: 1_000_000)]"#,
        "Set(0..<1_000_000)",
        "(1, Array(repeating: (1, 2), count: 500_000))",
        "struct Run { var losses: [Double] }\nRun(losses: Array(repeating: 0.25, count: 1_000_000))",
        doubled + "\nlist", doubled + "\n%who",
    ])
    func aShownValueIsAtMostAPage(_ cell: String) throws {
        let result = try #require(run([cell]))
        let plain = try #require(result.bundle?.plain)
        #expect(plain.utf8.count < 110_000)
        #expect(plain.hasSuffix("see more)") || plain.contains("elements)") || plain.hasPrefix("name"))
        #expect((result.bundle?.representations[.html] ?? "").utf8.count < 800_000)
    }

    @Test func whatIsShownWholeHasNoNote() throws {
        #expect(run([#"String(repeating: "x", count: 3)"#])?.bundle?.plain == "\"xxx\"")
    }

    @Test(arguments: [
        #"fatalError(String(repeating: "x", count: 3_000_000))"#,
        "struct Slip: Error { var text: String }\n"
            + #"throw Slip(text: String(repeating: "é", count: 3_000_000))"#,
    ])
    func anErrorIsAtMostAPage(_ cell: String) throws {
        let error = try #require(run([cell])?.error)
        #expect(error.evalue.utf8.count < 11_000)
        #expect(error.traceback.joined(separator: "\n").utf8.count < 24_000)
    }
}
