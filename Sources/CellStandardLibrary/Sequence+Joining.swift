internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerJoining(in library: HostLibrary) {
        library.define(
            "func joined() -> String where Element: StringProtocol", "The strings in one.", on: "Sequence",
            raw: { .string(try joined($0[0])) })
        library.define(
            "func joined(separator: String) -> String where Element: StringProtocol",
            "The strings in one, with the separator between them.", on: "Sequence",
            raw: { .string(try joined($0[0], separator: $0.text(1))) })
        library.define(
            "func joined() -> FlattenSequence<Self> where Element: Sequence",
            "The elements of the sequences, in one sequence.", on: "Sequence",
            raw: { .view(.joined("FlattenSequence", $0[0])) })
        library.define(
            "func joined<T: Sequence>(separator: T) -> JoinedSequence<Self> where Element: Sequence",
            "The elements of the sequences, in one sequence, with the separator's between them.", on: "Sequence",
            raw: { .view(.joined("JoinedSequence", $0[0], separator: $0[1])) })
    }

    static func joined(_ texts: CellValue, separator: String = "") throws -> String {
        let walk = try CellWalk(texts)
        var result = ""
        var isFirst = true
        while let text = try walk.next() {
            if !isFirst, !separator.isEmpty { try result.add(separator) }
            isFirst = false
            try result.add(String.fromCell(text))
        }
        return result
    }
}
