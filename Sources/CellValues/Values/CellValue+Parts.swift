extension CellValue {
    /// Calls `body` with the value and all that it holds, level by level; with each part once, however many others hold
    /// it. Values that are too deep are cut.
    ///
    /// - Throws: `Interrupted`, and what `body` throws.
    package func forEachPart(_ body: (CellValue) throws -> Void) throws {
        var visit = PartVisit()
        try visit.go(self, body)
    }
}

private struct PartVisit {
    private var watch = StopWatch()
    private var seen: Set<ObjectIdentifier> = []

    mutating func go(_ value: CellValue, _ body: (CellValue) throws -> Void) throws {
        try watch.step()
        if LowStack.isLow { return }
        if let box = value.sharedBox, !seen.insert(box).inserted { return }
        try body(value)
        switch value {
        case .optional(let box?): try go(box.value, body)
        case .existential(let box): try go(box.value, body)
        case .array(let box): try go(box.elements, body)
        case .tuple(let box): try go(box.elements, body)
        case .structure(let box): try go(box.fields, body)
        case .enumeration(let box): try go(box.payload, body)
        case .view(let box): try go(box.parts, body)
        case .set(let box): for element in box.elements { try go(element.value, body) }
        case .dictionary(let box):
            for (key, value) in box.elements {
                try go(key.value, body)
                try go(value, body)
            }
        default: break
        }
    }

    private mutating func go(_ values: [CellValue], _ body: (CellValue) throws -> Void) throws {
        for value in values { try go(value, body) }
    }
}
