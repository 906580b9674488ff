internal import SessionSafety

/// One comparison of two values, part by part, as the synthesised `==` of Swift has it.
///
/// It looks at the stop flag, and compares two parts once that both values hold many times over: sixty doublings of an
/// array are a tree of 2^60 leaves.
struct ValueComparison {
    private struct Pair: Hashable {
        let left: ObjectIdentifier
        let right: ObjectIdentifier
    }

    private var watch = StopWatch()
    /// Large parts that were found to be equal.
    private var equal: Set<Pair> = []
    /// A comparison that is shorter remembers nothing.
    private static let short = 4096
    /// A part of fewer steps is compared again sooner than remembered.
    private static let small = 64

    mutating func areEqual(_ left: CellValue, _ right: CellValue) -> Bool {
        if LowStack.isLow { return Fault.raise(CellRuntimeError.tooDeep, returning: false) }
        guard watch.goesOn() else { return false }
        switch (left, right) {
        case (.int(let a), .int(let b)): return a == b
        case (.double(let a), .double(let b)): return a == b
        case (.float(let a), .float(let b)): return a == b
        case (.bool(let a), .bool(let b)): return a == b
        case (.string(let a), .string(let b)), (.character(let a), .character(let b)): return a.text == b.text
        case (.optional(nil), .optional(nil)), (.void, .void): return true
        case (.optional(let a?), .optional(let b?)): return areEqual(a.value, b.value)
        case (.existential(let a), _): return areEqual(a.value, right)
        case (_, .existential(let b)): return areEqual(left, b.value)
        case (.type(let a), .type(let b)): return a.type == b.type
        case (.host(let a), .host(let b)): return ValueComparison.areHostsEqual(a, b)
        case (.range(let a), .range(let b)):
            return a.kind == b.kind && areEqual(a.lower, b.lower) && areEqual(a.upper, b.upper)
        default: return areBoxesEqual(left, right)
        }
    }

    /// Values whose parts may be shared.
    private mutating func areBoxesEqual(_ left: CellValue, _ right: CellValue) -> Bool {
        guard watch.steps > ValueComparison.short, let a = left.sharedBox, let b = right.sharedBox else {
            return arePartsEqual(left, right)
        }
        let pair = Pair(left: a, right: b)
        if equal.contains(pair) { return true }
        let before = watch.steps
        let result = arePartsEqual(left, right)
        if result, watch.steps - before > ValueComparison.small { equal.insert(pair) }
        return result
    }

    private mutating func arePartsEqual(_ left: CellValue, _ right: CellValue) -> Bool {
        switch (left, right) {
        case (.array(let a), .array(let b)): return a === b || areEqual(a.elements, b.elements)
        case (.dictionary(let a), .dictionary(let b)): return areEqual(a.elements, b.elements)
        case (.set(let a), .set(let b)): return a.elements == b.elements
        case (.tuple(let a), .tuple(let b)): return areEqual(a.elements, b.elements)
        case (.structure(let a), .structure(let b)):
            guard a.type == b.type else { return false }
            return a.type.customEqual?(left, right) ?? areEqual(a.fields, b.fields)
        case (.enumeration(let a), .enumeration(let b)):
            guard a.type == b.type else { return false }
            return a.type.customEqual?(left, right) ?? (a.index == b.index && areEqual(a.payload, b.payload))
        case (.view(let a), .view(let b)): return areViewsEqual(a, b)
        default: return false
        }
    }

    /// The keys of two dictionaries, the only views that can be compared.
    private func areViewsEqual(_ left: ViewBox, _ right: ViewBox) -> Bool {
        guard left !== right, case .dictionary(let a)? = left.parts.first, case .dictionary(let b)? = right.parts.first
        else { return left === right }
        return a.elements.count == b.elements.count && a.elements.keys.allSatisfy { b.elements[$0] != nil }
    }

    mutating func areEqual(_ left: [CellValue], _ right: [CellValue]) -> Bool {
        guard left.count == right.count else { return false }
        for index in left.indices { guard areEqual(left[index], right[index]) else { return false } }
        return true
    }

    private mutating func areEqual(_ left: [HashableValue: CellValue], _ right: [HashableValue: CellValue]) -> Bool {
        guard left.count == right.count else { return false }
        for (key, value) in left { guard let other = right[key], areEqual(value, other) else { return false } }
        return true
    }

    private static func areHostsEqual(_ a: HostBox, _ b: HostBox) -> Bool {
        guard a !== b else { return true }
        func compare<T: Equatable>(_ value: T) -> Bool { (b.payloadAny as? T) == value }
        guard let value = a.payloadAny as? any Equatable else { return false }
        return compare(value)
    }
}

extension CellValue {
    /// What identifies a value that others may hold too.
    package var sharedBox: ObjectIdentifier? {
        switch self {
        case .array(let box): ObjectIdentifier(box)
        case .dictionary(let box): ObjectIdentifier(box)
        case .set(let box): ObjectIdentifier(box)
        case .tuple(let box): ObjectIdentifier(box)
        case .structure(let box): ObjectIdentifier(box)
        case .enumeration(let box): ObjectIdentifier(box)
        case .optional(let box?): ObjectIdentifier(box)
        case .existential(let box): ObjectIdentifier(box)
        case .view(let box): ObjectIdentifier(box)
        default: nil
        }
    }
}
