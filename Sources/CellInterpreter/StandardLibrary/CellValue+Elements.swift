internal import SessionSafety

extension CellValue {
    /// The most elements that a call may make at once; more is an error and not the end of the process.
    static let mostElements = 1 << 26

    private static let pairLabels: [String?] = ["key", "value"]

    /// The elements that `for … in` would go over.
    func elements() throws -> [CellValue] {
        switch self {
        case .array(let box): return box.elements
        case .set(let box): return box.elements.map(\.value)
        case .dictionary(let box):
            return box.elements.map { .tuple([$0.key.value, $0.value], labels: CellValue.pairLabels) }
        case .string(let box): return box.text.map { .character(StringBox(String($0))) }
        case .range(let box): return try box.elements()
        case .existential(let box): return try box.value.elements()
        default: throw HostMismatch(expected: "a sequence", found: self)
        }
    }

    /// Refuses a string that would not fit in memory, before it is made.
    static func checkBytes(_ count: Int) throws {
        guard count <= mostElements else {
            throw CellRuntimeError("a string of \(count) bytes is too long: the most is \(mostElements)")
        }
    }

    /// Refuses what would not fit in memory, before it is tried.
    static func checkCount(_ count: Int, of what: String) throws {
        guard count >= 0 else { throw CellRuntimeError("\(what) cannot have a negative count, got \(count)") }
        guard count <= mostElements else {
            throw CellRuntimeError(
                "\(what) of \(count) elements does not fit in memory: the most is \(mostElements)")
        }
    }
}

extension String {
    mutating func add(_ other: String) throws {
        try CellValue.checkBytes(utf8.count + other.utf8.count)
        self += other
    }

    func adding(_ other: String) throws -> String {
        var sum = self
        try sum.add(other)
        return sum
    }
}

extension RangeBox {
    /// The integers of a range, one by one.
    func elements() throws -> [CellValue] {
        let range = try integers()
        let (count, overflow) = range.upperBound.subtractingReportingOverflow(range.lowerBound)
        guard !overflow, count <= CellValue.mostElements else {
            throw CellRuntimeError(
                "the range \(range) has too many elements to make an array of: the most is \(CellValue.mostElements)",
                hints: ["go over it with 'for … in' instead"])
        }
        return range.map { .int($0) }
    }

    /// The half-open range of the same integers.
    func integers() throws -> Range<Int> {
        switch (kind, lower, upper) {
        case (.halfOpen, .int(let lower), .int(let upper)) where lower <= upper: return lower..<upper
        case (.closed, .int(let lower), .int(let upper)) where lower <= upper:
            guard upper < Int.max else { throw CellRuntimeError("the range \(lower)...\(upper) has no end to go to") }
            return lower..<(upper + 1)
        case (.from, .int(let lower), _):
            throw CellRuntimeError("the range \(lower)... has no end", hints: ["give it one: \(lower)..<count"])
        default: throw HostMismatch(expected: "a range of Int", found: .range(self))
        }
    }

    /// As a cell writes it: `2...`.
    func spelling() throws -> String {
        let printer = CellPrinter()
        func text(_ bound: CellValue) throws -> String {
            if case .void = bound { return "" }
            return try printer.debugDescription(bound)
        }
        return try text(lower) + (kind == .halfOpen || kind == .upTo ? "..<" : "...") + text(upper)
    }
}
