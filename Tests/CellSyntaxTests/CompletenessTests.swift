import CellSyntax
import Testing

/// Whether Enter runs a cell in a console, or opens another line.
struct CompletenessTests {
    @Test(arguments: [
        "{", "(", "[", "\"\"\"", "/*", "foo {", "foo(1, ", "let a = [1,", "let s = \"\"\"\nabc", "/* note", "if x {",
        "if x {\n} else {", "a +",
        "b ??",
        "func f(", "func f", "let a =", "x ? 1", "a.", "for i in", "switch x {\ncase 1:", "foo(1, // note", "try",
        "import", "#if FOO", "@attr",
    ])
    func goesOn(_ text: String) {
        guard case .incomplete = CellCompleteness(of: text) else {
            Issue.record("\(text) is \(CellCompleteness(of: text))")
            return
        }
    }

    /// Four blanks more behind what opens a block, otherwise those of the last line.
    @Test(arguments: [
        ("if x {", "    "), ("    for i in 0..<3 {", "        "), ("if x {\n} else {", "    "),
        ("foo(1,\n    2,", "    "),
        ("let f = { x in", "    "), ("let a = [", "    "), ("switch x {\ncase 1:", "    "), ("a +", ""),
        ("if x {    // why", "    "), ("if x {\n    y()\n", "    "),
    ])
    func indentsTheNextLine(_ text: String, _ indent: String) {
        #expect(CellCompleteness(of: text) == .incomplete(indent: indent))
    }

    /// The parser's time doubles with each bracket, so that many of them are not read.
    @Test func bracketsThatStandTooDeepAreNotRead() {
        let deep = String(repeating: "[", count: 10_000)
        #expect(CellCompleteness(of: deep) == .invalid)
        let program = CellParser.parse(SourceText("let x = \(deep)"))
        #expect(program.diagnostics.map(\.message) == ["more than 16 square brackets within each other"])
        let text = CellParser.parse(SourceText("let s = \"\(deep)\" // \(deep)\n/* \(deep) */ let a = [[1]]"))
        #expect(text.diagnostics.isEmpty)
    }

    @Test(arguments: ["\"abc", "}", "foo)", "let a = 1 2", "foo( }\nlet x = 1", "let 1 = 2"])
    func cannotBeMended(_ text: String) { #expect(CellCompleteness(of: text) == .invalid) }

    @Test(arguments: ["1 + 1", "print(\"a\")", "func f() -> Int {\n    1\n}", "let a = 1; let b = 2", ""])
    func isWhole(_ text: String) { #expect(CellCompleteness(of: text) == .complete) }
}
