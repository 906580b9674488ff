import CellHost
import CellMeaning
import CellStandardLibrary
import CellValues
import Testing

/// The table of Swift's own names.
struct StandardLibraryTests {
    private let library = HostLibrary.standard()

    @Test func everyDeclarationCanBeReadAndAllItsTypesAreKnown() { #expect(library.problems() == []) }

    @Test func everyDeclarationSaysWhatItIs() { #expect(library.undocumented() == []) }

    @Test func aLibraryWithoutItHasSwiftsTypesAlone() {
        #expect(HostLibrary().declarations.isEmpty)
        #expect(HostLibrary().types["Array"] != nil)
    }

    @Test func itsFunctionsRunWithoutAMachine() throws {
        let body = try #require(library.declarations["Int"]?["isMultiple"]?.first?.body)
        var row: [CellValue] = [.int(12), .int(5)]
        let result = try row.withUnsafeMutableBufferPointer { try body(#require($0.baseAddress)) }
        #expect(try !Bool.fromCell(result))
    }
}
