import CellInterpreter
import Testing

struct HostLibraryTests {
    @Test func everyDeclarationOfTheStandardLibraryCanBeReadAndAllItsTypesAreKnown() {
        #expect(HostLibrary().problems() == [])
    }

    @Test func aDeclarationThatCannotBeReadIsToldByItsName() {
        let library = HostLibrary()
        library.declare("func area(_ shape: Shape) -> Double") { (x: Double) in x }
        #expect(library.problems().count == 1)
        #expect(library.problems().first?.contains("area") == true)
    }
}
