/// How large a value is, for lists of variables.
struct ValueSize {
    let library: HostLibrary

    /// `[2, 3]` of a tensor, `[5]` of a list; empty when it has none.
    func shape(of value: CellValue) -> String {
        if let measured = library.measure(value) { return measured.shape }
        switch value {
        case .array(let box): return "[\(box.elements.count)]"
        case .dictionary(let box): return "[\(box.elements.count)]"
        case .set(let box): return "[\(box.elements.count)]"
        default: return ""
        }
    }

    /// The bytes of what it holds, as Swift stores it; nil for functions and for what the library does not measure.
    func bytes(of value: CellValue) -> Int? {
        if LowStack.isLow { return nil }
        return switch value {
        case .int, .double: 8
        case .float: 4
        case .bool: 1
        case .string(let box), .character(let box): box.text.utf8.count
        case .optional(let box): box.flatMap { bytes(of: $0.value) } ?? 0
        case .array(let box): sum(box.elements)
        case .tuple(let box): sum(box.elements)
        case .structure(let box): sum(box.fields)
        case .enumeration(let box): 1 + sum(box.payload)
        case .set(let box): sum(box.elements.map(\.value))
        case .dictionary(let box): sum(box.elements.map(\.key.value)) + sum(box.elements.map(\.value))
        case .existential(let box): bytes(of: box.value)
        case .host: library.measure(value)?.bytes
        default: nil
        }
    }

    private func sum(_ values: [CellValue]) -> Int { values.reduce(0) { $0 + (bytes(of: $1) ?? 0) } }
}
