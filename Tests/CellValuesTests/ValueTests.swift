import CellValues
import Testing

/// What values promise whoever holds them, without a checker, a machine or a library.
struct ValueTests {
    private let pair = NominalType("Pair", kind: .structure)

    @Test func valuesAreEqualPartByPart() {
        let (a, b) = (
            CellValue.array([.int(1), .some(.string("x"))]), CellValue.array([.int(1), .some(.string("x"))])
        )
        #expect(a.isEqual(to: b))
        #expect(HashableValue(a) == HashableValue(b))
        #expect(!a.isEqual(to: .array([.int(1), .none])))
        #expect(!CellValue.int(1).isEqual(to: .double(1)))
    }

    @Test func equalValuesHaveOneHash() {
        let values: [CellValue] = [
            .string("é"), .tuple([.int(1), .bool(true)]), .structure(StructureBox(pair, [.int(1), .double(2)])),
            .set(SetBox([HashableValue(.int(1)), HashableValue(.int(2))])), .some(.float(0.5)),
        ]
        let again: [CellValue] = [
            .string("e\u{301}"), .tuple([.int(1), .bool(true)]), .structure(StructureBox(pair, [.int(1), .double(2)])),
            .set(SetBox([HashableValue(.int(2)), HashableValue(.int(1))])), .some(.float(0.5)),
        ]
        for (value, other) in zip(values, again) {
            #expect(HashableValue(value).hashValue == HashableValue(other).hashValue)
            #expect(value.isEqual(to: other))
        }
    }

    @Test func aTypesOwnEqualityDecides() {
        let type = NominalType("Angle", kind: .structure)
        type.customEqual = { _, _ in true }
        let a = CellValue.structure(StructureBox(type, [.int(0)]))
        let b = CellValue.structure(StructureBox(type, [.int(360)]))
        #expect(a.isEqual(to: b))
        #expect(HashableValue(a).hashValue == HashableValue(b).hashValue)
    }

    @Test func orderIsThatOfSwiftsOwnTypes() throws {
        #expect(try CellValue.tuple([.int(1), .string("a")]).isLess(than: .tuple([.int(1), .string("b")])))
        #expect(try !CellValue.double(.nan).isLess(than: .double(1)))
        #expect(throws: CellRuntimeError.self) { try CellValue.array([]).isLess(than: .array([.int(1)])) }
    }

    @Test func aWalkGoesOverEveryKindOfSequence() throws {
        #expect(try CellValue.string("ab").elements().map { try String.fromCell($0) } == ["a", "b"])
        #expect(
            try [Int].fromCell(.array(CellValue.range(RangeBox(.closed, lower: .int(2), upper: .int(4))).elements()))
                == [2, 3, 4])
        let walk = try CellWalk.backwards(.array([.int(1), .int(2)]))
        #expect(try Int.fromCell(walk.next() ?? .void) == 2)
        #expect(throws: HostMismatch.self) { try CellWalk(.int(1)) }
    }

    @Test(arguments: [1 << 27, -1]) func whatDoesNotFitIsRefusedBeforeItIsMade(_ count: Int) {
        #expect(throws: CellRuntimeError.self) { try CellValue.checkCount(count, of: "an array") }
    }
}
