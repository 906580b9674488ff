/// A pair for library closures: tuples themselves cannot conform to a protocol.
package struct HostPair<First: HostConvertible, Second: HostConvertible>: HostConvertible {
    package var first: First
    package var second: Second

    package init(_ first: First, _ second: Second) {
        self.first = first
        self.second = second
    }
    package static func fromCell(_ value: CellValue) throws -> Self {
        guard case .tuple(let box) = value, box.elements.count == 2 else {
            throw HostMismatch(expected: "a pair", found: value)
        }
        return Self(try First.fromCell(box.elements[0]), try Second.fromCell(box.elements[1]))
    }
    package func toCell() -> CellValue { .tuple([first.toCell(), second.toCell()]) }
}

/// A value of any type that conforms to `P`, for parameters such as `any TensorIndex`.
///
/// ```swift
/// library.declare("func display(_ value: any Displayable)") { (value: HostAny<any Displayable>) in display(value.value) }
/// ```
package struct HostAny<P>: HostConvertible {
    package var value: P

    package init(_ value: P) { self.value = value }

    package static func fromCell(_ value: CellValue) throws -> HostAny<P> {
        guard let native = value.native as? P else { throw HostMismatch(expected: "\(P.self)", found: value) }
        return HostAny(native)
    }

    package func toCell() -> CellValue {
        if let value = value as? any HostConvertible { return value.toCell() }
        return .host(HostCell<Any>(value))
    }
}

extension CellValue {
    /// The Swift value, by its static type where that is known, otherwise by what it holds.
    package var native: Any {
        switch self {
        case .existential(let box): box.type.native(box.value)
        case .int(let value): value
        case .double(let value): value
        case .float(let value): value
        case .bool(let value): value
        case .string(let box): box.text
        case .character(let box): box.text.first ?? " "
        case .host(let box): box.payloadAny
        case .range(let box): box.native
        case .optional(let box): box.map { $0.value.native } as Any
        case .array(let box):
            if let first = box.elements.first {
                CellValue.typedArray(box.elements.map(\.native), like: first.native)
            } else {
                [Int]()
            }
        case .view: ((try? elements()).map { CellValue.array($0) } ?? .array([])).native
        default: self
        }
    }

    private static func typedArray(_ elements: [Any], like first: Any) -> Any {
        func typed<T>(_ sample: T) -> Any { elements.compactMap { $0 as? T } }
        return _openExistential(first, do: typed)
    }
}

extension RangeBox {
    /// The Swift range, when its bounds are integers.
    var native: Any {
        switch (kind, lower, upper) {
        case (.halfOpen, .int(let a), .int(let b)): a..<b
        case (.closed, .int(let a), .int(let b)): a...b
        case (.from, .int(let a), _): a...
        case (.upTo, _, .int(let b)): ..<b
        case (.through, _, .int(let b)): ...b
        case (.unbounded, _, _): WholeRange()
        default: self
        }
    }
}

extension CellType {
    /// The Swift type that values of this type convert to, when there is one.
    var hostType: (any HostConvertible.Type)? {
        func array<E: HostConvertible>(_: E.Type) -> any HostConvertible.Type { [E].self }
        func optional<E: HostConvertible>(_: E.Type) -> any HostConvertible.Type { E?.self }
        guard case .nominal(let nominal, let arguments) = self else { return nil }
        switch nominal.name {
        case "Int": return Int.self
        case "Double": return Double.self
        case "Float": return Float.self
        case "Bool": return Bool.self
        case "String", "Substring": return String.self
        case "Array", "ArraySlice", "AnySequence": return arguments.first?.hostType.map { array($0) }
        case "Optional": return arguments.first?.hostType.map { optional($0) }
        default: return nominal.hostType
        }
    }

    /// `value`, which is of this type, as Swift has it.
    func native(_ value: CellValue) -> Any {
        guard let hostType, let native = try? hostType.fromCell(value) else { return value.native }
        return native
    }
}
