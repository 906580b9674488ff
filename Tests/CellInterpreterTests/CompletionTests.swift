import CellHost
import CellInterpreter
import CellStandardLibrary
import Foundation
import TestSupport
import Testing

/// What the tab key offers, and what Shift-Tab tells.
@Suite struct CompletionTests {
    /// The names offered at the bar of a cell, behind what the session has.
    private static func offered(_ cell: String, after session: String = surroundings) -> [String] {
        onDeepStack {
            let interpreter = Interpreter(library: .standard(), output: RecordedOutput())
            _ = interpreter.run(session)
            let (text, cursor) = cut(cell)
            return interpreter.complete(text, cursor: cursor).items.map(\.text)
        }
    }

    private static func told(_ cell: String) -> String {
        onDeepStack {
            let interpreter = Interpreter(library: .standard(), output: RecordedOutput())
            _ = interpreter.run(surroundings)
            let (text, cursor) = cut(cell)
            return interpreter.inspect(text, cursor: cursor)?.plain ?? ""
        }
    }

    private static func cut(_ cell: String) -> (text: String, cursor: Int) {
        let parts = cell.components(separatedBy: "|")
        return (parts.joined(), parts[0].utf8.count)
    }

    private static let surroundings = """
        struct Inner { var depth = 2 }
        struct Point { var width = 1.0; var inner: Inner? = Inner(); func area() -> Double { width } }
        enum Way { case zero, mean(over: Int) }
        func scaled(_ x: Double, by factor: Double = 2, way: Way = .zero) -> Double { x * factor }
        let here = Point(); let maybe: Point? = here; let words = ["a", "b"]
        let pair = (name: "a", score: 0.5)
        """

    @Test(arguments: [
        ("maybe?.wid|", "width"), ("maybe?.inner?.de|", "depth"), ("maybe!.ar|", "area"),
        ("print(here.wid|", "width"),
        ("print(here.wid|)", "width"), ("print(\"a\", here.wid|)", "width"), ("(here).wid|", "width"),
        ("(1 + 2).isMul|", "isMultiple"), ("words\n  .map { $0.count }\n  .redu|", "reduce"),
        ("words.map { $0.cou|", "count"), ("words.map { word in word.cou| }", "count"),
        ("let way: Way = .ze|", "zero"),
        ("scaled(1, way: .me|", "mean"), ("scaled(1, way: .me|)", "mean"), ("let w = Way.ze|", "zero"),
        ("extension Point { func twice() -> Double { wid|", "width"),
        ("extension Point { func twice() -> Double { wid| } }", "width"),
        ("struct Box { var size = 1\n func f() -> Int { self.si| } }", "size"),
        ("struct Box { static let unit = 1\n static func f() -> Int { un| } }", "unit"),
        ("func f(_ point: Point) { let local = 1; print(loc|) }", "local"),
        ("func f(_ point: Point) { poi|", "point"),
        ("for word in words { print(wo|", "word"), ("if let sure = maybe { sure.wid|", "width"),
        ("guard let sure = maybe else { fatalError() }\nsure.wid|", "width"), ("pair.sco|", "score"),
        ("scaled(2, b|", "by:"), ("scaled(2, b|)", "by:"), ("scaled(2, |", "way:"), ("import Fou|", "Foundation"),
        ("let p: Poi|", "Point"), ("func f(_ p: Poi|", "Point"), ("[Poi|", "Point"),
        ("switch Way.zero { case .ze|", "zero"),
        ("switch Way.zero {\ncase .ze|: 1\ndefault: 2 }", "zero"), ("wor|.count", "words"),
        ("here.wid|\nprint(1)", "width"),
        ("print(\"(\", here.wid|", "width"), ("let s = \")\"; here.wid|", "width"),
        ("scaled(\")\".count).squ|", "squareRoot"),
        ("print(\"\\(here.wid|)\")", "width"), ("here.width > 1 ? here.ar|", "area"),
        ("[here, here][0].wid|", "width"),
        ("words[0].cou|", "count"), ("[\"a\": here][\"a\"]?.wid|", "width"), ("{ (x: Point) in x.wid| }", "width"),
        ("let total = words.reduce(0) { sum, word in sum + word.cou| }", "count"), ("%time here.wid|", "width"),
        ("%ti|", "%time"), ("%%time\nhere.wid|", "width"), ("return here.wid|", "width"), ("here.WID|", "width"),
        ("do { try f(here.wid|", "width"), ("let x = 1 + here.wid|", "width"), ("try? here.ar|", "area"),
        ("scaled(here.wid|, by: 2)", "width"), ("[1, 2].map { x in scaled(Double(x), wa|", "way:"),
        ("enum E { case a; var v: Int { switch self { case .a|", "a"),
        ("words.sorted { $0.cou| < $1.count }", "count"),
        ("while here.wid| > 2 { }", "width"), ("let (a, b) = (here, 2); a.wid|", "width"), ("wo|", "words"),
    ])
    func isOffered(_ cell: String, _ name: String) {
        #expect(Self.offered(cell).contains(name), "\(cell): \(Self.offered(cell).prefix(12))")
    }

    @Test(arguments: ["// her|", "\"her|\"", "let her|", "func her|", "/* her| */", "1.5her|e"])
    func nothingIsOffered(_ cell: String) {
        #expect(Self.offered(cell).isEmpty, "\(Self.offered(cell).prefix(5))")
    }

    @Test(arguments: [
        ("maybe?.wid|th", "var width: Double"), ("maybe?.ar|ea()", "func area() -> Double"),
        ("pair.sco|re", "score: Double"),
        ("%ti|me here", "runs"), ("scaled(|", "func scaled"), ("scaled(1, b|y: 2)", "func scaled"),
        ("sca|led(1)", "func scaled"),
        ("words.map { $0.cou|nt }", "count"), ("let x = he|re", "let here: Point"),
        ("func f(_ p: Point) { p.wid|th }", "var width"),
        ("let way: Way = .ze|ro", "zero"), ("Poi|nt()", "Point"), ("print(words.joi|ned())", "joined"),
        ("scaled(1, by: |", "func scaled"),
    ])
    func isTold(_ cell: String, _ part: String) {
        #expect(Self.told(cell).lowercased().contains(part.lowercased()), "\(cell): \(Self.told(cell))")
    }

    /// Cuts programs of cells at the names in them: what stands there must be offered.
    @Test func whatStandsInAProgramIsOfferedThere() {
        var tried = 0
        let missed = onDeepStack {
            CellProgram.all.filter {
                !$0.name.hasPrefix("mistakes/") && !$0.name.hasPrefix("outside") && !$0.name.hasPrefix("limits/")
            }.flatMap {
                Self.missed(in: $0, &tried)
            }
        }
        #expect(tried > 400)
        #expect(missed == [], "\(missed.count) of \(tried)")
    }

    private static func missed(in program: CellProgram, _ tried: inout Int) -> [String] {
        let interpreter = Interpreter(library: .standard(), output: RecordedOutput())
        var missed: [String] = []
        for cell in program.cells {
            let text = cell.text
            if cell.diagnostics.isEmpty {
                for position in NamePositions(text).spread(2) {
                    tried += 1
                    let cursor = position.start + 1
                    let before = String(decoding: text.utf8.prefix(cursor), as: UTF8.self)
                    for (way, text) in [("whole", text), ("cut", before)] {
                        if way == "cut", position.needsTextBehind { continue }
                        let items = interpreter.complete(text, cursor: cursor).items.map(\.text)
                        if !items.contains(position.name) { missed.append("\(program.name), \(way): \(position)") }
                    }
                }
            }
            _ = interpreter.run(text)
        }
        return missed
    }
}
