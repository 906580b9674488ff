extension CellValue {
    /// Order as the `<` of Swift's own types has it; an enum's as its cases are written.
    package func isLess(than other: CellValue) throws -> Bool {
        if LowStack.isLow { throw CellRuntimeError.tooDeep }
        switch (self, other) {
        case (.int(let a), .int(let b)): return a < b
        case (.double(let a), .double(let b)): return a < b
        case (.float(let a), .float(let b)): return a < b
        case (.string(let a), .string(let b)), (.character(let a), .character(let b)): return a.text < b.text
        case (.tuple(let a), .tuple(let b)): return try CellValue.isLess(a.elements, b.elements)
        case (.existential(let a), _): return try a.value.isLess(than: other)
        case (_, .existential(let b)): return try isLess(than: b.value)
        case (.structure(let a), .structure(let b)) where a.type == b.type:
            if let less = a.type.customLess { return try less(self, other) }
        case (.enumeration(let a), .enumeration(let b)) where a.type == b.type:
            if let less = a.type.customLess { return try less(self, other) }
            return a.index == b.index ? try CellValue.isLess(a.payload, b.payload) : a.index < b.index
        case (.host(let a), .host(let b)):
            if let result = CellValue.isHostLess(a, b) { return result }
        default: break
        }
        throw CellRuntimeError(
            "values of type '\(kindName)' cannot be put in order here",
            hints: ["say how: sorted { $0.score < $1.score }"])
    }

    /// `>=`, which NaN answers with false as it does `<`.
    package func isAtLeast(_ other: CellValue) throws -> Bool {
        switch (self, other) {
        case (.double(let a), .double(let b)): a >= b
        case (.float(let a), .float(let b)): a >= b
        default: try !isLess(than: other)
        }
    }

    /// By the first parts that differ.
    static func isLess(_ a: [CellValue], _ b: [CellValue]) throws -> Bool {
        for (left, right) in zip(a, b) where !left.isEqual(to: right) { return try left.isLess(than: right) }
        return a.count < b.count
    }

    private static func isHostLess(_ a: HostBox, _ b: HostBox) -> Bool? {
        func compare<T: Comparable>(_ value: T) -> Bool? { (b.payloadAny as? T).map { value < $0 } }
        guard let value = a.payloadAny as? any Comparable else { return nil }
        return compare(value)
    }
}
