/// An array that grows element by element, and refuses to grow past what there is room for. What brings the elements, a
/// ``CellWalk`` or the user's function, looks at the stop flag.
@usableFromInline
package struct ElementList {
    @usableFromInline package var elements: [CellValue] = []
    /// So many elements are copied between two looks.
    private static let piece = 4096

    /// - Parameter count: how many elements are expected; so much room is made at once.
    package init(expecting count: Int = 0) throws {
        guard count > 0 else { return }
        try CellValue.checkCount(count, of: "an array")
        elements.reserveCapacity(count)
    }

    @inlinable @inline(__always)
    package mutating func append(_ element: CellValue) throws {
        if elements.count == elements.capacity { try elements.makeRoom(for: 1) }
        elements.append(element)
    }

    package mutating func append(contentsOf sequence: CellValue) throws {
        let walk = try CellWalk(sequence)
        while let element = try walk.next() { try append(element) }
    }

    /// Adds to an array, in pieces.
    package static func append(_ added: [CellValue], to elements: inout [CellValue]) throws {
        try elements.makeRoom(for: added.count)
        let watch = StopWatch()
        var rest = added[...]
        while !rest.isEmpty {
            try watch.look()
            elements += rest.prefix(piece)
            rest = rest.dropFirst(piece)
        }
    }

    /// Many at once, in pieces.
    package mutating func append(contentsOf added: ArraySlice<CellValue>) throws {
        try elements.makeRoom(for: added.count)
        let watch = StopWatch()
        var rest = added
        while !rest.isEmpty {
            try watch.look()
            elements += rest.prefix(ElementList.piece)
            rest = rest.dropFirst(ElementList.piece)
        }
    }

    package static func repeating(_ element: CellValue, count: Int) throws -> [CellValue] {
        var list = try ElementList(expecting: count)
        let watch = StopWatch()
        var rest = count
        while rest > 0 {
            try watch.look()
            let piece = min(rest, ElementList.piece)
            list.elements.append(contentsOf: repeatElement(element, count: piece))
            rest -= piece
        }
        return list.elements
    }
}

extension [CellValue] {
    /// Sees to it that an array that must grow has the memory for it.
    ///
    /// - Throws: ``CellRuntimeError``.
    @usableFromInline
    package mutating func makeRoom(for added: Int) throws {
        let wanted = count + added
        guard wanted > capacity else { return }
        guard wanted > 1 << 12 else { return ValueMemory.note(2 * wanted * ValueMemory.slot) }
        let room = Swift.max(wanted, Swift.min(2 * capacity, CellValue.mostElements))
        try CellValue.checkCount(wanted, of: "an array")
        try CellValue.checkMemory(room * MemoryLayout<CellValue>.stride, of: "an array of \(wanted) elements")
        reserveCapacity(room)
    }
}
