import CellValues
import Testing

/// Types as messages and running programs name them.
struct TypeTests {
    @Test func messagesWriteTypesAsSwiftDoes() {
        #expect("\(CellType.array(.optional(.int)))" == "[Int?]")
        #expect("\(CellType.dictionary(.string, .array(.double)))" == "[String : [Double]]")
        let function = FunctionType(parameters: [.init(type: .int, isInOut: true)], isThrowing: true, result: .void)
        #expect("\(CellType.optional(.function(function)))" == "((inout Int) throws -> ())?")
        #expect("\(CellType.existential("Error"))" == "any Error")
    }

    @Test func runningProgramsNameThemOtherwise() {
        #expect(CellType.array(.int).runtimeName == "Array<Int>")
        #expect(CellType.optional(.string).runtimeName == "Optional<String>")
    }

    @Test func aBoundVariableIsWhatItIsBoundTo() {
        let variable = TypeVariable(name: "T")
        let type = CellType.array(.variable(variable))
        #expect(type.freeVariables == [variable])
        variable.binding = .int
        #expect(type.settled == .array(.int))
        #expect(type.freeVariables.isEmpty)
    }

    @Test func aTypeDeclaredAgainAsItWasIsTheSame() {
        let first = NominalType("Point", kind: .structure)
        let again = NominalType("Point", kind: .structure, identity: first.identity, record: nil)
        #expect(first == again)
        #expect(first != NominalType("Point", kind: .structure))
    }
}
