extension StandardLibrary {
    static func registerJoining(in library: HostLibrary) {
        library.define(
            "func joined(separator: String = \"\") -> String where Element: StringProtocol",
            "The strings in one, with the separator between them.", on: "Sequence",
            raw: { call in
                let texts = try call.elements(0).map(String.fromCell)
                let separator = try call.text(1)
                try CellValue.checkBytes(texts.reduce(0) { $0 + $1.utf8.count + separator.utf8.count })
                return .string(texts.joined(separator: separator))
            })
        library.define(
            "func joined<T>() -> AnySequence<T> where Element == [T]", "The elements of the arrays, in one sequence.",
            on: "Sequence", raw: { call in .array(try joined(call.elements(0), separator: [])) })
        library.define(
            "func joined<T>(separator: [T]) -> AnySequence<T> where Element == [T]",
            "The elements of the arrays, in one sequence, with the separator's between them.", on: "Sequence",
            raw: { call in .array(try joined(call.elements(0), separator: call.elements(1))) })
    }

    private static func joined(_ sequences: [CellValue], separator: [CellValue]) throws -> [CellValue] {
        var result: [CellValue] = []
        for (index, sequence) in sequences.enumerated() {
            if index > 0 { result += separator }
            result += try sequence.elements()
            try CellValue.checkCount(result.count, of: "an array")
        }
        return result
    }
}
