import CellValues
import Testing

/// Values print as Swift prints them: every expected text is what `print` of the same value writes in a compiled program.
struct CellPrinterTests {
    private func print(_ value: CellValue) throws -> String { try CellPrinter().description(value) }
    private func debug(_ value: CellValue) throws -> String { try CellPrinter().debugDescription(value) }

    @Test(arguments: [1.0, -0.0, 0.1, 1e20, 1e-5, 123456789012345680, .nan, -.infinity, 2.5e-320])
    func aDoubleHasItsShortestDigits(_ number: Double) throws {
        #expect(try print(.double(number)) == "\(number)")
    }

    @Test func aFloatHasFewerDigitsThanTheDoubleOfTheSameText() throws {
        #expect(try print(.float(0.1)) == "0.1")
        #expect(try print(.double(Double(Float(0.1)))) == "0.10000000149011612")
    }

    @Test func plainValuesPrintAsTheyAre() throws {
        #expect(try print(.int(-7)) == "-7")
        #expect(try print(.bool(true)) == "true")
        #expect(try print(.string("a \"b\"")) == "a \"b\"")
        #expect(try print(Character("é").toCell()) == "é")
        #expect(try print(.void) == "()")
    }

    @Test func textsAreInQuotesInsideOfOtherValuesAndForDebugging() throws {
        #expect(try print(["a", "b\n"].toCell()) == #"["a", "b\n"]"#)
        #expect(try print([Character("a")].toCell()) == #"["a"]"#)
        #expect(try print(.some(.string("x"))) == #"Optional("x")"#)
        #expect(try debug(.string("tab\t\"é\"")) == #""tab\t\"é\"""#)
    }

    @Test func optionalsSayThatTheyAre() throws {
        #expect(try print(.none) == "nil")
        #expect(try print([1, nil].toCell()) == "[Optional(1), nil]")
        #expect(try print(.some(.none)) == "Optional(nil)")
    }

    @Test func collectionsPrintTheirElements() throws {
        #expect(try print([[1, 2], [3]].toCell()) == "[[1, 2], [3]]")
        #expect(try print([Int]().toCell()) == "[]")
        #expect(try print(["a": 1].toCell()) == #"["a": 1]"#)
        #expect(try print([String: Int]().toCell()) == "[:]")
        #expect(try print(["a": [1.5: "b"]].toCell()) == #"["a": [1.5: "b"]]"#)
    }

    @Test func aSetNamesItselfOnlyInsideOfOtherValues() throws {
        #expect(try print(Set([1]).toCell()) == "[1]")
        #expect(try print([Set([1])].toCell()) == "[Set([1])]")
        #expect(try debug(Set([1]).toCell()) == "Set([1])")
    }

    @Test func tuplesHaveTheirLabels() throws {
        #expect(try print(.tuple([.int(1), .string("a")])) == #"(1, "a")"#)
        #expect(try print(.tuple([.int(1), .double(2)], labels: ["a", nil])) == "(a: 1, 2.0)")
    }

    @Test func rangesPrintAsTheyAreWrittenAndWithTheirTypeInsideOfOtherValues() throws {
        #expect(try print((0..<5).toCell()) == "0..<5")
        #expect(try print((0.5...1).toCell()) == "0.5...1.0")
        #expect(try print([0..<3].toCell()) == "[Range(0..<3)]")
        #expect(try debug((1...2).toCell()) == "ClosedRange(1...2)")
        #expect(try print((0...).toCell()) == "PartialRangeFrom<Int>(lowerBound: 0)")
        #expect(try print((..<3).toCell()) == "PartialRangeUpTo<Int>(upperBound: 3)")
        #expect(try print((...4).toCell()) == "PartialRangeThrough<Int>(upperBound: 4)")
    }

    @Test func aValueNestedVeryDeeplyPrintsWithoutAnEndOfTheProcess() throws {
        var value = CellValue.int(0)
        for _ in 0..<10_000 { value = .some(value) }
        #expect(try print(value).hasPrefix("Optional(Optional("))
    }
}
