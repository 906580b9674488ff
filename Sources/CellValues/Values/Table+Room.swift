extension Set<HashableValue> {
    /// Sees to it that a set that must grow has the memory for it.
    package mutating func makeRoom() throws {
        if count == capacity { try CellValue.checkTable(of: 2 * count + 1, ValueMemory.slot) }
    }
}

extension [HashableValue: CellValue] {
    /// Sees to it that a dictionary that must grow has the memory for it.
    package mutating func makeRoom() throws {
        if count == capacity { try CellValue.checkTable(of: 2 * count + 1, 2 * ValueMemory.slot) }
    }
}

extension CellValue {
    /// Refuses a table of so many entries that the process has no memory for; a third of its places are free.
    package static func checkTable(of count: Int, _ bytes: Int) throws {
        let taken = count / 2 * 3 * bytes
        guard count > 1 << 12 else { return ValueMemory.note(taken) }
        try checkMemory(taken, of: "a table of \(count) entries")
    }
}
