import CellSyntax
import Testing

/// Whether Enter runs a cell in a console, or opens another line.
struct CompletenessTests {
    @Test(arguments: [
        "foo {", "foo(1, ", "let a = [1,", "let s = \"\"\"\nabc", "/* note", "if x {", "if x {\n} else {", "a +",
        "b ??",
        "func f(", "func f", "let a =", "x ? 1", "a.", "for i in", "switch x {\ncase 1:", "foo(1, // note", "try",
        "import",
    ])
    func goesOn(_ text: String) {
        guard case .incomplete = CellCompleteness(of: text) else {
            Issue.record("\(text) is \(CellCompleteness(of: text))")
            return
        }
    }

    @Test(arguments: ["\"abc", "}", "foo)", "let a = 1 2", "foo( }\nlet x = 1", "let 1 = 2"])
    func cannotBeMended(_ text: String) { #expect(CellCompleteness(of: text) == .invalid) }

    @Test(arguments: ["1 + 1", "print(\"a\")", "func f() -> Int {\n    1\n}", "let a = 1; let b = 2", ""])
    func isWhole(_ text: String) { #expect(CellCompleteness(of: text) == .complete) }
}
