internal import CellHost
internal import CellValues

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

    /// The bytes of what it holds, as Swift stores it, each part once however often it is held; nil for functions and
    /// for what the library does not measure.
    ///
    /// - Throws: `Interrupted`.
    func bytes(of value: CellValue) throws -> Int? {
        var sum = 0
        var isMeasured = true
        try value.forEachPart { part in
            switch part {
            case .int, .double: sum += 8
            case .float: sum += 4
            case .bool, .enumeration: sum += 1
            case .string(let box), .character(let box): sum += box.text.utf8.count
            case .host: sum += library.measure(part)?.bytes ?? 0
            default: break
            }
        }
        switch value {
        case .host: isMeasured = library.measure(value) != nil
        case .function, .range, .view, .type, .void, .absent: isMeasured = false
        default: break
        }
        return isMeasured ? sum : nil
    }
}
