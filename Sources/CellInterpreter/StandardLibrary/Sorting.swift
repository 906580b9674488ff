internal import SessionSafety

/// Sorting of values, fast where they are plain numbers or strings.
enum Sorting {
    static func sort(_ elements: inout [CellValue]) throws {
        if sortAsInts(&elements) || sortAsDoubles(&elements) || sortAsStrings(&elements) { return }
        var count = 0
        try elements.sort { left, right in
            count &+= 1
            if count & 1023 == 0 { try Interruption.check() }
            return try left.isLess(than: right)
        }
    }

    static func sort(_ elements: inout [CellValue], by areInOrder: CellValue) throws {
        var function = try BinaryFunction(areInOrder)
        try elements.sort { try function.isTrue($0, $1) }
    }

    private static func sortAsInts(_ elements: inout [CellValue]) -> Bool {
        var values: [Int] = []
        values.reserveCapacity(elements.count)
        for element in elements {
            guard case .int(let value) = element else { return false }
            values.append(value)
        }
        values.sort()
        elements = values.map { .int($0) }
        return true
    }

    private static func sortAsDoubles(_ elements: inout [CellValue]) -> Bool {
        var values: [Double] = []
        values.reserveCapacity(elements.count)
        for element in elements {
            guard case .double(let value) = element else { return false }
            values.append(value)
        }
        values.sort()
        elements = values.map { .double($0) }
        return true
    }

    private static func sortAsStrings(_ elements: inout [CellValue]) -> Bool {
        var values: [StringBox] = []
        values.reserveCapacity(elements.count)
        for element in elements {
            guard case .string(let box) = element else { return false }
            values.append(box)
        }
        values.sort { $0.text < $1.text }
        elements = values.map { .string($0) }
        return true
    }
}
