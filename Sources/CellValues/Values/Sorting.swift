internal import SessionSafety

/// Sorting of values, fast where they are plain numbers or texts.
package enum Sorting {
    package static func sort(_ elements: inout [CellValue]) throws {
        if try sortPlain(&elements) { return }
        var watch = StopWatch()
        try elements.sort { left, right in
            try watch.step()
            return try left.isLess(than: right)
        }
    }

    package static func sort(_ elements: inout [CellValue], by areInOrder: CellValue) throws {
        var function = try BinaryFunction(areInOrder)
        try elements.sort { try function.isTrue($0, $1) }
    }

    private static func sortPlain(_ elements: inout [CellValue]) throws -> Bool {
        switch elements.first {
        case .int?:
            return try sort(&elements, { if case .int(let x) = $0 { x } else { nil } }, { $0 < $1 }, { .int($0) })
        case .double?:
            return try sort(&elements, { if case .double(let x) = $0 { x } else { nil } }, { $0 < $1 }, { .double($0) })
        case .string?:
            return try sort(
                &elements, { if case .string(let x) = $0 { x } else { nil } }, { $0.text < $1.text }, { .string($0) })
        case .character?:
            return try sort(
                &elements, { if case .character(let x) = $0 { x } else { nil } }, { $0.text < $1.text },
                { .character($0) })
        default: return false
        }
    }

    /// Sorts values of one kind without their wrapping; false when there are others among them.
    @inline(__always)
    private static func sort<Key>(
        _ elements: inout [CellValue], _ key: (CellValue) -> Key?, _ isLess: (Key, Key) -> Bool,
        _ value: (Key) -> CellValue
    ) throws -> Bool {
        var keys: [Key] = []
        try CellValue.checkCount(elements.count, of: "a sorted copy")
        keys.reserveCapacity(elements.count)
        var watch = StopWatch()
        for element in elements {
            guard let key = key(element) else { return false }
            try watch.step()
            keys.append(key)
        }
        try keys.sort { left, right in
            try watch.step()
            return isLess(left, right)
        }
        for index in keys.indices {
            try watch.step()
            elements[index] = value(keys[index])
        }
        return true
    }
}
