internal import SessionSafety

extension Int: HostConvertible {
    @inlinable
    package static func fromCell(_ value: CellValue) throws -> Int {
        if case .int(let value) = value { return value }
        if case .existential(let box) = value { return try fromCell(box.value) }
        throw HostMismatch(expected: "Int", found: value)
    }
    @inlinable
    package func toCell() -> CellValue { .int(self) }
}

extension Double: HostConvertible {
    @inlinable
    package static func fromCell(_ value: CellValue) throws -> Double {
        if case .double(let value) = value { return value }
        if case .existential(let box) = value { return try fromCell(box.value) }
        throw HostMismatch(expected: "Double", found: value)
    }
    @inlinable
    package func toCell() -> CellValue { .double(self) }
}

extension Float: HostConvertible {
    @inlinable
    package static func fromCell(_ value: CellValue) throws -> Float {
        if case .float(let value) = value { return value }
        if case .existential(let box) = value { return try fromCell(box.value) }
        throw HostMismatch(expected: "Float", found: value)
    }
    @inlinable
    package func toCell() -> CellValue { .float(self) }
}

extension Bool: HostConvertible {
    @inlinable
    package static func fromCell(_ value: CellValue) throws -> Bool {
        if case .bool(let value) = value { return value }
        if case .existential(let box) = value { return try fromCell(box.value) }
        throw HostMismatch(expected: "Bool", found: value)
    }
    @inlinable
    package func toCell() -> CellValue { .bool(self) }
}

extension String: HostConvertible {
    @inlinable
    package static func fromCell(_ value: CellValue) throws -> String {
        switch value {
        case .string(let box), .character(let box): return box.text
        case .existential(let box): return try fromCell(box.value)
        default: throw HostMismatch(expected: "String", found: value)
        }
    }
    @inlinable
    package func toCell() -> CellValue { .string(StringBox(self)) }
}

extension Character: HostConvertible {
    @usableFromInline package static func fromCell(_ value: CellValue) throws -> Character {
        if case .character(let box) = value, let first = box.text.first { return first }
        throw HostMismatch(expected: "Character", found: value)
    }
    @usableFromInline package func toCell() -> CellValue { .character(StringBox(String(self))) }
}

extension Optional: HostConvertible where Wrapped: HostConvertible {
    @usableFromInline package static func fromCell(_ value: CellValue) throws -> Wrapped? {
        guard case .optional(let box) = value else { throw HostMismatch(expected: "\(Self.self)", found: value) }
        return try box.map { try Wrapped.fromCell($0.value) }
    }
    @usableFromInline package func toCell() -> CellValue { .optional(map { OptionalBox($0.toCell()) }) }
}

extension Array: HostConvertible where Element: HostConvertible {
    @usableFromInline package static func fromCell(_ value: CellValue) throws -> [Element] {
        switch value {
        case .array(let box):
            if let values = box.elements as? [Element], Element.self == CellValue.self { return values }
            try CellValue.checkMemory(box.elements.count * MemoryLayout<Element>.stride, of: "such an array")
            var watch = StopWatch()
            return try box.elements.map { element in
                try watch.step()
                return try Element.fromCell(element)
            }
        case .view: return try value.elements().map(Element.fromCell)
        case .existential(let box): return try fromCell(box.value)
        // A parameter `AnySequence<T>` takes the elements of anything.
        case .range, .set, .dictionary, .string, .host:
            if Element.self == CellValue.self, let values = try value.elements() as? [Element] { return values }
            throw HostMismatch(expected: "\(Self.self)", found: value)
        default: throw HostMismatch(expected: "\(Self.self)", found: value)
        }
    }
    @usableFromInline package func toCell() -> CellValue {
        do {
            return try Fault.stoppingIfCaught {
                var list = try ElementList(expecting: count)
                var watch = StopWatch()
                for element in self {
                    try watch.step()
                    try list.append(element.toCell())
                }
                return .array(list.elements)
            }
        } catch { return Fault.raise(error, returning: .array([])) }
    }
}

extension Dictionary: HostConvertible where Key: HostConvertible, Value: HostConvertible {
    @usableFromInline package static func fromCell(_ value: CellValue) throws -> [Key: Value] {
        if case .existential(let box) = value { return try fromCell(box.value) }
        guard case .dictionary(let box) = value else { throw HostMismatch(expected: "\(Self.self)", found: value) }
        var result: [Key: Value] = [:]
        for (key, value) in box.elements { result[try Key.fromCell(key.value)] = try Value.fromCell(value) }
        return result
    }
    @usableFromInline package func toCell() -> CellValue {
        var elements: [HashableValue: CellValue] = [:]
        for (key, value) in self { elements[HashableValue(key.toCell())] = value.toCell() }
        return .dictionary(DictionaryBox(elements))
    }
}

extension Set: HostConvertible where Element: HostConvertible {
    @usableFromInline package static func fromCell(_ value: CellValue) throws -> Set<Element> {
        guard case .set(let box) = value else { throw HostMismatch(expected: "\(Self.self)", found: value) }
        return try Set(box.elements.map { try Element.fromCell($0.value) })
    }
    @usableFromInline
    package func toCell() -> CellValue { .set(SetBox(Set<HashableValue>(map { HashableValue($0.toCell()) }))) }
}

extension Range: HostConvertible where Bound: HostConvertible {
    @usableFromInline package static func fromCell(_ value: CellValue) throws -> Range<Bound> {
        if case .existential(let box) = value { return try fromCell(box.value) }
        guard case .range(let box) = value, box.kind == .halfOpen else {
            throw HostMismatch(expected: "\(Self.self)", found: value)
        }
        return try Bound.fromCell(box.lower)..<Bound.fromCell(box.upper)
    }
    @usableFromInline package func toCell() -> CellValue {
        .range(RangeBox(.halfOpen, lower: lowerBound.toCell(), upper: upperBound.toCell()))
    }
}

extension ClosedRange: HostConvertible where Bound: HostConvertible {
    @usableFromInline package static func fromCell(_ value: CellValue) throws -> ClosedRange<Bound> {
        if case .existential(let box) = value { return try fromCell(box.value) }
        guard case .range(let box) = value, box.kind == .closed else {
            throw HostMismatch(expected: "\(Self.self)", found: value)
        }
        return try Bound.fromCell(box.lower)...Bound.fromCell(box.upper)
    }
    @usableFromInline package func toCell() -> CellValue {
        .range(RangeBox(.closed, lower: lowerBound.toCell(), upper: upperBound.toCell()))
    }
}

extension PartialRangeFrom: HostConvertible where Bound: HostConvertible {
    @usableFromInline package static func fromCell(_ value: CellValue) throws -> PartialRangeFrom<Bound> {
        if case .existential(let box) = value { return try fromCell(box.value) }
        guard case .range(let box) = value, box.kind == .from else {
            throw HostMismatch(expected: "\(Self.self)", found: value)
        }
        return try Bound.fromCell(box.lower)...
    }
    @usableFromInline package func toCell() -> CellValue { .range(RangeBox(.from, lower: lowerBound.toCell())) }
}

extension PartialRangeUpTo: HostConvertible where Bound: HostConvertible {
    @usableFromInline package static func fromCell(_ value: CellValue) throws -> PartialRangeUpTo<Bound> {
        if case .existential(let box) = value { return try fromCell(box.value) }
        guard case .range(let box) = value, box.kind == .upTo else {
            throw HostMismatch(expected: "\(Self.self)", found: value)
        }
        return try ..<Bound.fromCell(box.upper)
    }
    @usableFromInline package func toCell() -> CellValue { .range(RangeBox(.upTo, upper: upperBound.toCell())) }
}

extension PartialRangeThrough: HostConvertible where Bound: HostConvertible {
    @usableFromInline package static func fromCell(_ value: CellValue) throws -> PartialRangeThrough<Bound> {
        if case .existential(let box) = value { return try fromCell(box.value) }
        guard case .range(let box) = value, box.kind == .through else {
            throw HostMismatch(expected: "\(Self.self)", found: value)
        }
        return try ...Bound.fromCell(box.upper)
    }
    @usableFromInline
    package func toCell() -> CellValue { .range(RangeBox(.through, upper: upperBound.toCell())) }
}

/// The `...` that stands for a whole axis. Swift's own `UnboundedRange` is a function type, which cannot conform.
package struct WholeRange: HostConvertible, Sendable {
    package init() {}
    package static func fromCell(_ value: CellValue) throws -> WholeRange { WholeRange() }
    package func toCell() -> CellValue { .range(RangeBox(.unbounded)) }
}
