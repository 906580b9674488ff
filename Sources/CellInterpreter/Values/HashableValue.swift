internal import SessionSafety

/// A value as a key of a dictionary or an element of a set.
public struct HashableValue: Hashable {
    public let value: CellValue
    public init(_ value: CellValue) { self.value = value }

    public static func == (left: HashableValue, right: HashableValue) -> Bool { left.value.isEqual(to: right.value) }

    public func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}

extension CellValue {
    /// Equality as the synthesised `==` of Swift has it: part by part.
    ///
    /// Values that are too deep to compare end the cell with an error.
    func isEqual(to other: CellValue) -> Bool {
        if LowStack.isLow { return Fault.raise(CellRuntimeError.tooDeep, returning: false) }
        return switch (self, other) {
        case (.int(let a), .int(let b)): a == b
        case (.double(let a), .double(let b)): a == b
        case (.float(let a), .float(let b)): a == b
        case (.bool(let a), .bool(let b)): a == b
        case (.string(let a), .string(let b)), (.character(let a), .character(let b)): a.text == b.text
        case (.optional(nil), .optional(nil)): true
        case (.optional(let a?), .optional(let b?)): a.value.isEqual(to: b.value)
        case (.array(let a), .array(let b)): a === b || CellValue.areEqual(a.elements, b.elements)
        case (.dictionary(let a), .dictionary(let b)):
            a.elements.count == b.elements.count
                && a.elements.allSatisfy { key, value in b.elements[key].map(value.isEqual(to:)) ?? false }
        case (.set(let a), .set(let b)): a.elements == b.elements
        case (.tuple(let a), .tuple(let b)): CellValue.areEqual(a.elements, b.elements)
        case (.range(let a), .range(let b)):
            a.kind == b.kind && a.lower.isEqual(to: b.lower) && a.upper.isEqual(to: b.upper)
        case (.structure(let a), .structure(let b)):
            a.type == b.type && (a.type.customEqual?(self, other) ?? CellValue.areEqual(a.fields, b.fields))
        case (.enumeration(let a), .enumeration(let b)):
            a.type == b.type
                && (a.type.customEqual?(self, other)
                    ?? (a.index == b.index && CellValue.areEqual(a.payload, b.payload)))
        case (.host(let a), .host(let b)): CellValue.areHostsEqual(a, b)
        case (.existential(let a), _): a.value.isEqual(to: other)
        case (_, .existential(let b)): isEqual(to: b.value)
        case (.type(let a), .type(let b)): a.type == b.type
        case (.void, .void): true
        default: false
        }
    }

    static func areEqual(_ a: [CellValue], _ b: [CellValue]) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { $0.isEqual(to: $1) }
    }

    private static func areHostsEqual(_ a: HostBox, _ b: HostBox) -> Bool {
        guard a !== b else { return true }
        func compare<T: Equatable>(_ value: T) -> Bool { (b.payloadAny as? T) == value }
        guard let value = a.payloadAny as? any Equatable else { return false }
        return compare(value)
    }

    func hash(into hasher: inout Hasher) {
        if LowStack.isLow { return Fault.raise(CellRuntimeError.tooDeep, returning: ()) }
        switch self {
        case .int(let value): hasher.combine(value)
        case .double(let value): hasher.combine(value)
        case .float(let value): hasher.combine(value)
        case .bool(let value): hasher.combine(value)
        case .string(let box), .character(let box): hasher.combine(box.text)
        case .optional(let box): box.map { $0.value.hash(into: &hasher) } ?? hasher.combine(0)
        case .array(let box): box.elements.forEach { $0.hash(into: &hasher) }
        case .tuple(let box): box.elements.forEach { $0.hash(into: &hasher) }
        case .set(let box): hasher.combine(box.elements)
        case .dictionary(let box): hasher.combine(box.elements.count)
        case .range(let box):
            box.lower.hash(into: &hasher)
            box.upper.hash(into: &hasher)
        case .structure(let box): if box.type.customEqual == nil { box.fields.forEach { $0.hash(into: &hasher) } }
        case .enumeration(let box):
            if box.type.customEqual == nil {
                hasher.combine(box.index)
                box.payload.forEach { $0.hash(into: &hasher) }
            }
        case .host(let box): if let value = box.payloadAny as? any Hashable { value.hash(into: &hasher) }
        case .existential(let box): box.value.hash(into: &hasher)
        case .void, .function, .type, .captured, .absent: break
        }
    }
}
