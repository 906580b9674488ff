import CellInterpreter
import CellLibrary
import Testing

@Suite struct TableTests {
    @Test func everyDeclarationParsesAndNamesKnownTypes() {
        #expect(HostLibrary.swiftLens().problems() == [])
    }

    @Test func everyDeclarationHasASentence() {
        #expect(HostLibrary.swiftLens().undocumented() == [])
    }
}
