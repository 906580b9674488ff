internal import SessionSafety

extension CellValue {
    /// The most elements that a call may make at once; more is an error and not the end of the process.
    package static let mostElements = 1 << 26

    /// The elements that `for … in` would go over, all of them.
    ///
    /// - Throws: `Interrupted`, and ``CellRuntimeError`` when there are more than there is room for.
    package func elements() throws -> [CellValue] {
        switch self {
        case .array(let box): return box.elements
        case .existential(let box): return try box.value.elements()
        case .range(let box) where box.kind == .from: throw box.endless
        default:
            var list = try ElementList(expecting: knownCount ?? 0)
            try list.append(contentsOf: self)
            return list.elements
        }
    }

    /// How many elements it has, where that is known without going over them.
    package var knownCount: Int? {
        switch self {
        case .array(let box): return box.elements.count
        case .set(let box): return box.elements.count
        case .dictionary(let box): return box.elements.count
        case .range(let box):
            guard let range = try? box.integers() else { return nil }
            let (count, overflow) = range.upperBound.subtractingReportingOverflow(range.lowerBound)
            return overflow ? .max : count
        case .view(let box): return box.counted?.knownCount
        case .existential(let box): return box.value.knownCount
        default: return nil
        }
    }

    // MARK: What there is room for

    /// Refuses a string that would not fit in memory, before it is made.
    static func checkBytes(_ count: Int) throws {
        guard count <= mostElements else {
            throw CellRuntimeError("a string of \(count) bytes is too long: the most is \(mostElements)")
        }
        if count > 1 << 20 { try checkMemory(count, of: "a string of \(count) bytes") }
    }

    /// Refuses what would not fit in memory, before it is tried.
    package static func checkCount(_ count: Int, of what: String) throws {
        guard count >= 0 else { throw CellRuntimeError("\(what) cannot have a negative count, got \(count)") }
        guard count <= mostElements else {
            throw CellRuntimeError(
                "\(what) of \(count) elements does not fit in memory: the most is \(mostElements)",
                hints: ["go over the elements with 'for … in' instead"])
        }
        if count > 1 << 16 {
            try checkMemory(count * MemoryLayout<CellValue>.stride, of: "\(what) of \(count) elements")
        }
    }

    /// Refuses what the process has no memory for.
    package static func checkMemory(_ bytes: Int, of what: @autoclosure () -> String) throws {
        do { try MemoryBudget.check(bytes: bytes) } catch { throw CellRuntimeError("\(what()) does not fit: \(error)") }
    }
}

extension String {
    package mutating func add(_ other: String) throws {
        let (old, new) = (utf8.count, utf8.count + other.utf8.count)
        // Asked once for each megabyte that it grows by.
        if old >> 20 != new >> 20 { try CellValue.checkBytes(new) } else { ValueMemory.note(new - old) }
        self += other
    }

    package func adding(_ other: String) throws -> String {
        var sum = self
        try sum.add(other)
        return sum
    }
}

extension RangeBox {
    var endless: CellRuntimeError {
        CellRuntimeError(
            "the range \((try? spelling()) ?? "…") has no end",
            hints: ["give it one: 0..<count", "or take a part: .prefix(n)"])
    }

    /// The half-open range of the same integers.
    package func integers() throws -> Range<Int> {
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
    package func spelling() throws -> String {
        let printer = CellPrinter()
        func text(_ bound: CellValue) throws -> String {
            if case .void = bound { return "" }
            return try printer.debugDescription(bound)
        }
        return try text(lower) + (kind == .halfOpen || kind == .upTo ? "..<" : "...") + text(upper)
    }
}
