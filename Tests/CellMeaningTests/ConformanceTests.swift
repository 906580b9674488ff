import CellHost
import CellMeaning
import CellValues
import Testing

/// Which types have which protocols, and what sequences hold.
struct ConformanceTests {
    private let conformances = Conformances(library: HostLibrary())

    @Test func anArrayIsEquatableWhenItsElementsAre() {
        let function = CellType.function(FunctionType(parameters: [], isThrowing: false, result: .void))
        #expect(conformances.has(.array(.int), "Equatable"))
        #expect(!conformances.has(.array(function), "Equatable"))
    }

    @Test func sequencesSayWhatTheyHold() {
        #expect(conformances.element(of: .string) == .character)
        #expect(conformances.element(of: .range(.int)) == .int)
        #expect(conformances.element(of: .range(.double)) == nil)
        #expect(conformances.element(of: .int) == nil)
    }

    @Test func aTypeListedForAProtocolHasIt() {
        let library = HostLibrary()
        library.conformance("ModelInput", of: "String", "[[Int]]")
        let conformances = Conformances(library: library)
        #expect(conformances.has(.string, "ModelInput"))
        #expect(conformances.has(.array(.array(.int)), "ModelInput"))
        #expect(!conformances.has(.double, "ModelInput"))
    }
}
