import CellHost
import CellSyntax
import CellValues
import Testing

/// The table by itself: nobody has read its declarations or called them.
struct HostTableTests {
    @Test func aDeclarationIsFoundByItsOwnersAndItsOwnName() throws {
        let library = HostLibrary()
        library.declare("/// Twice the number.\nfunc twice(_ x: Int) -> Int") { (x: Int) in 2 * x }
        library.declare("/// The half.\nvar half: Int", on: "Int") { (self: Int) in self / 2 }
        library.declare("static func <<< (left: Int, right: Int) -> Int", on: "Int") { (a: Int, b: Int) in a + b }
        #expect(library.declarations[""]?["twice"]?.count == 1)
        #expect(library.declarations["Int"]?["half"]?.count == 1)
        #expect(library.declarations["Int"]?["<<<"]?.count == 1)
        #expect(library.undocumented() == ["Int.<<<"])
    }

    @Test func aBodyTakesItsArgumentsInARow() throws {
        let library = HostLibrary()
        library.declare("func area(_ width: Double, _ height: Double) -> Double") { (w: Double, h: Double) in w * h }
        let body = try #require(library.declarations[""]?["area"]?.first?.body)
        var row: [CellValue] = [.double(3), .double(4)]
        let area = try row.withUnsafeMutableBufferPointer { try body(#require($0.baseAddress)) }
        #expect(try Double.fromCell(area) == 12)
    }

    @Test func aMutatingBodyChangesTheFirstArgumentInPlace() throws {
        let library = HostLibrary()
        library.declare(
            "mutating func grow(by step: Int)", on: "Int", mutating: { (x: inout Int, step: Int) in x += step })
        let body = try #require(library.declarations["Int"]?["grow"]?.first?.body)
        var row: [CellValue] = [.int(3), .int(4)]
        _ = try row.withUnsafeMutableBufferPointer { try body(#require($0.baseAddress)) }
        #expect(try Int.fromCell(row[0]) == 7)
    }

    @Test func otherNamesAreFoundByTheLongestBeginningOfAPath() {
        let library = HostLibrary()
        library.otherNames("nn nn.Linear -> Tensor.linear\ndevice : there is one")
        #expect(library.otherName("nn.Linear.weight") == "here: Tensor.linear")
        #expect(library.otherName("device") == "there is one")
        #expect(library.otherName("torch") == nil)
    }

    @Test func aWalkSeesEveryExpressionOfACell() {
        let program = CellParser.parse(SourceText("let a = [1, 2].map { $0 + 3 }\nif a.isEmpty { print(\"\\(4)\") }"))
        var numbers: [Int] = []
        TreeWalk(expression: { if case .integer(let value) = $0.kind { numbers.append(value) } }).walk(
            program.statements)
        #expect(numbers.sorted() == [1, 2, 3, 4])
    }
}
