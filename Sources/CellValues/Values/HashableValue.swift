internal import SessionSafety

/// A value as a key of a dictionary or an element of a set.
@usableFromInline
package struct HashableValue: Hashable {
    @usableFromInline package let value: CellValue
    @inlinable
    package init(_ value: CellValue) { self.value = value }

    @usableFromInline
    package static func == (left: HashableValue, right: HashableValue) -> Bool { left.value.isEqual(to: right.value) }

    @usableFromInline package func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}

extension CellValue {
    /// Equality as the synthesised `==` of Swift has it: part by part.
    ///
    /// Values that are too deep to compare end the cell with an error.
    package func isEqual(to other: CellValue) -> Bool {
        switch (self, other) {
        case (.int(let a), .int(let b)): return a == b
        case (.string(let a), .string(let b)), (.character(let a), .character(let b)): return a.text == b.text
        case (.double(let a), .double(let b)): return a == b
        default:
            var comparison = ValueComparison()
            return comparison.areEqual(self, other)
        }
    }

    static func areEqual(_ a: [CellValue], _ b: [CellValue]) -> Bool {
        var comparison = ValueComparison()
        return comparison.areEqual(a, b)
    }

    func hash(into hasher: inout Hasher) {
        switch self {
        case .int(let value): hasher.combine(value)
        case .string(let box), .character(let box): hasher.combine(box.text)
        default:
            var hash = ValueHash()
            hash.combine(self, into: &hasher)
        }
    }
}

/// The hash of a value, of its first parts: equal values have the same ones, and a large value costs no more for it.
private struct ValueHash {
    private var rest = 1 << 12
    private var depth = 0

    mutating func combine(_ value: CellValue, into hasher: inout Hasher) {
        guard rest > 0 else { return }
        rest -= 1
        if LowStack.isLow { return Fault.raise(CellRuntimeError.tooDeep, returning: ()) }
        switch value {
        case .int(let value): hasher.combine(value)
        case .double(let value): hasher.combine(value)
        case .float(let value): hasher.combine(value)
        case .bool(let value): hasher.combine(value)
        case .string(let box), .character(let box): hasher.combine(box.text)
        case .optional(let box): box.map { combine($0.value, into: &hasher) } ?? hasher.combine(0)
        case .array(let box): combine(box.elements, into: &hasher)
        case .tuple(let box): combine(box.elements, into: &hasher)
        // Those in a set of sets are only counted: each would hash its own elements from the start.
        case .set(let box): if depth == 0 { hasher.combine(box.elements) } else { hasher.combine(box.elements.count) }
        case .dictionary(let box): hasher.combine(box.elements.count)
        case .range(let box): combine([box.lower, box.upper], into: &hasher)
        case .structure(let box): if box.type.customEqual == nil { combine(box.fields, into: &hasher) }
        case .enumeration(let box):
            if box.type.customEqual == nil {
                hasher.combine(box.index)
                combine(box.payload, into: &hasher)
            }
        case .host(let box): if let value = box.payloadAny as? any Hashable { value.hash(into: &hasher) }
        case .existential(let box): combine(box.value, into: &hasher)
        case .view(let box): hasher.combine(box.name)
        case .void, .function, .type, .captured, .absent: break
        }
    }

    private mutating func combine(_ values: [CellValue], into hasher: inout Hasher) {
        depth += 1
        for value in values where rest > 0 { combine(value, into: &hasher) }
        depth -= 1
    }
}
