import CellChecking
import CellHost
import CellMeaning
import CellStandardLibrary
import CellSyntax
import CellValues
import Testing

/// Cells that are checked, and never run.
struct CheckerTests {
    private func check(_ text: String, _ names: SessionNames = SessionNames()) -> CheckedCell {
        let linker = HostLinker(library: .standard())
        return Checker(linker: linker, names: names).check(CellParser.parse(SourceText(text)))
    }

    @Test func aVariableHasTheTypeOfItsValue() {
        let cell = check("let a = [1, 2.5]\nvar b = a.map { Int($0) }.first")
        #expect(cell.diagnostics.isEmpty)
        #expect(cell.declarations.variables.map { "\($0.name): \($0.type)" } == ["a: [Double]", "b: Int?"])
    }

    @Test func everyMistakeOfACellIsToldAtOnce() {
        let cell = check("let a: Int = \"x\"\nlet b = missing\nprint(a)")
        #expect(cell.diagnostics.map(\.span.start) == [13, 25])
    }

    @Test func whatIsCheckedIsNoPartOfTheSessionYet() {
        let names = SessionNames()
        let cell = check("struct P { var x = 1 }\nfunc f() -> P { P() }", names)
        #expect(cell.diagnostics.isEmpty)
        #expect(names.types.isEmpty && names.functions.isEmpty)
        names.define(cell.declarations)
        #expect(check("f().x + 1", names).diagnostics.isEmpty)
    }

    @Test func aCandidateThatIsTriedAndDroppedLeavesNothing() {
        // Each overload of `+` and of `max` is tried; what the dropped ones made must not be settled or told.
        let cell = check("let x = max([1, 2].map { y in let z = y + 1; return z }.reduce(0, +), 3)")
        #expect(cell.diagnostics.isEmpty)
        #expect(cell.declarations.variables.map { "\($0.type)" } == ["Int"])
    }

    @Test func aSessionsTypeKnowsItsFieldsAndMembers() throws {
        let cell = check("struct P { var x: Double; let name = \"p\"; func twice() -> Double { 2 * x } }")
        let type = try #require(cell.declarations.types["P"])
        #expect(type.fieldNames == ["x", "name"])
        #expect(type.fields.map(\.hasDefault) == [false, true])
        #expect(Set(type.members.keys) == ["init", "twice"])
    }
}
