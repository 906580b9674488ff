/// Whether the stack of the thread that runs cells is almost used up, where what goes down a value level by level must
/// not go on: a list of a million nodes is a million levels deep.
///
/// What stands here belongs to the one thread of a process that runs cells: it alone writes it, and no other may run cells.
enum LowStack {
    nonisolated(unsafe) private static var lowest: UInt = 0
    nonisolated(unsafe) private static var size: UInt = 0
    /// What values held whose own end came when the stack was low.
    nonisolated(unsafe) private static var waiting: [[CellValue]] = []

    /// Called on the thread that runs cells, before it does.
    static func adopt(lowest: UInt, limit: UInt) {
        self.lowest = lowest
        size = limit - lowest
        // Each turn goes as deep as the stack allows.
        while !waiting.isEmpty {
            var ending: [[CellValue]] = []
            swap(&ending, &waiting)
            ending.removeAll()
        }
    }

    /// False on every other thread, whose stacks lie elsewhere.
    @inline(__always)
    static var isLow: Bool {
        var marker: UInt8 = 0
        return withUnsafePointer(to: &marker) { UInt(bitPattern: $0) } &- lowest < size
    }

    /// Keeps values for later, so that their end is not one more level down.
    @inline(never)
    static func keep(_ values: [CellValue]) { waiting.append(values) }
}
