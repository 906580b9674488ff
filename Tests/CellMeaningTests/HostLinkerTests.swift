import CellHost
import CellMeaning
import CellValues
import Testing

/// Declarations of the table as the checker and the machine see them.
struct HostLinkerTests {
    private func signature(_ text: String, on owner: String? = nil, _ library: HostLibrary = HostLibrary()) throws
        -> Signature
    {
        library.declare(text, on: owner, raw: { _ in .void })
        let declaration = try #require(library.declarations[owner ?? ""]?.values.joined().first)
        return try #require(HostLinker(library: library).signature(of: declaration))
    }

    @Test func aFunctionHasItsLabelsTypesAndDefaults() throws {
        let signature = try signature("func scale(_ values: [Double], by factor: Double = 2) throws -> [Double]")
        #expect(signature.parameters.map(\.label) == [nil, "by"])
        #expect(signature.parameters.map(\.type) == [.array(.double), .double])
        #expect(signature.parameters[1].defaultValue != nil)
        #expect(signature.throwing == .always)
        #expect(signature.result == .array(.double))
    }

    @Test func anInitialiserGivesItsOwner() throws {
        let signature = try signature("init?(_ text: String)", on: "Int")
        #expect(signature.result == .optional(.int))
    }

    @Test func aGenericFunctionKeepsItsConstraints() throws {
        let signature = try signature("func most<T: Comparable>(_ a: T, _ b: T) -> T")
        #expect(signature.genericParameters == ["T"])
        #expect(signature.constraints.map(\.protocolName) == ["Comparable"])
    }

    @Test func aDeclarationThatCannotBeReadIsToldByItsName() {
        let library = HostLibrary()
        library.declare("func area(_ shape: Shape) -> Double") { (x: Double) in x }
        #expect(library.problems().count == 1)
        #expect(library.problems().first?.contains("area") == true)
    }

    @Test(arguments: [("prnt", "print"), ("Itn", "Int"), ("count_", "count")])
    func aSlipIsUnderstood(_ typed: String, _ meant: String) {
        #expect(NearestName.of(typed, among: ["print", "Int", "count", "map"]) == meant)
    }

    @Test func aShortNameIsAnotherWord() { #expect(NearestName.of("svd", among: ["std", "sin"]) == nil) }
}
