internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerRangeOperators(in library: HostLibrary) {
        library.define(
            "func ..< <Bound: Comparable>(minimum: Bound, maximum: Bound) -> Range<Bound>",
            "From the left bound up to, but not including, the right one.", raw: { try range(.halfOpen, $0) })
        library.define(
            "func ... <Bound: Comparable>(minimum: Bound, maximum: Bound) -> ClosedRange<Bound>",
            "From the left bound through the right one.", raw: { try range(.closed, $0) })
        library.define(
            "prefix func ..< <Bound: Comparable>(maximum: Bound) -> PartialRangeUpTo<Bound>",
            "Everything below the bound.", raw: { .range(RangeBox(.upTo, upper: $0[0])) })
        library.define(
            "prefix func ... <Bound: Comparable>(maximum: Bound) -> PartialRangeThrough<Bound>",
            "Everything up to the bound and the bound itself.", raw: { .range(RangeBox(.through, upper: $0[0])) })
        library.define(
            "postfix func ... <Bound: Comparable>(minimum: Bound) -> PartialRangeFrom<Bound>",
            "Everything from the bound on.", raw: { .range(RangeBox(.from, lower: $0[0])) })
    }

    /// What `switch` asks of a range, as an operator.
    static func registerPatternMatching(in library: HostLibrary) {
        for kind in ["Range", "ClosedRange", "PartialRangeFrom", "PartialRangeUpTo", "PartialRangeThrough"] {
            library.define(
                "func ~= <Bound: Comparable>(pattern: \(kind)<Bound>, value: Bound) -> Bool",
                "Whether the value lies in the range.",
                raw: { call in
                    guard case .range(let box) = call[0] else {
                        throw HostMismatch(expected: "a range", found: call[0])
                    }
                    return .bool(try box.contains(call[1]))
                })
        }
    }

    private static func range(_ kind: RangeBox.Kind, _ call: HostCall) throws -> CellValue {
        let (lower, upper) = (call[0], call[1])
        guard try upper.isAtLeast(lower) else {
            let printer = CellPrinter()
            throw CellRuntimeError.bounds(try printer.debugDescription(lower), try printer.debugDescription(upper))
        }
        return .range(RangeBox(kind, lower: lower, upper: upper))
    }
}
