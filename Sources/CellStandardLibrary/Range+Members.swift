internal import CellHost
internal import CellValues

extension StandardLibrary {
    private static let bounded = ["Range", "ClosedRange"]
    private static let containing = [
        "Range", "ClosedRange", "PartialRangeFrom", "PartialRangeUpTo", "PartialRangeThrough",
    ]

    static func registerRanges(in library: HostLibrary) {
        library.define(
            "var lowerBound: Bound", "The bound at which it starts.", onEach: bounded + ["PartialRangeFrom"],
            raw: { try box($0, 0).lower })
        library.define(
            "var upperBound: Bound", "The bound at which it ends.",
            onEach: bounded + ["PartialRangeUpTo", "PartialRangeThrough"], raw: { try box($0, 0).upper })
        library.define(
            "func contains(_ element: Bound) -> Bool", "Whether the value lies in it.", onEach: containing,
            raw: { .bool(try box($0, 0).contains($0[1])) })
        library.define(
            "var isEmpty: Bool", "Whether there is nothing between its bounds.", onEach: bounded,
            raw: { .bool(try box($0, 0).isEmpty) })
        registerPairsOfRanges(in: library)
        library.define(
            "init(_ other: ClosedRange<Int>)", "The same integers.", on: "Range",
            raw: { call in
                let range = try box(call, 0).integers()
                return .range(RangeBox(.halfOpen, lower: .int(range.lowerBound), upper: .int(range.upperBound)))
            })
    }

    private static func registerPairsOfRanges(in library: HostLibrary) {
        for name in bounded {
            library.define(
                "func overlaps(_ other: \(name)<Bound>) -> Bool", "Whether both have a value in common.", on: name,
                raw: { .bool(try box($0, 0).overlaps(box($0, 1))) })
            library.define(
                "func clamped(to limits: \(name)<Bound>) -> \(name)<Bound>", "The part of it within `limits`.",
                on: name,
                raw: { .range(try box($0, 0).clamped(to: box($0, 1))) })
        }
    }

    private static func box(_ call: HostCall, _ index: Int) throws -> RangeBox {
        guard case .range(let box) = call[index] else { throw HostMismatch(expected: "a range", found: call[index]) }
        return box
    }
}
