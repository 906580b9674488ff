public import SessionSafety

/// What the heap parts of values take. Each tells its size as it is made, so that in whatever way values grow, they end
/// with an error and not the process.
///
/// ```swift
/// public init(_ text: String) {
///     self.text = text
///     ValueMemory.note(ValueMemory.box + text.utf8.count)
/// }
/// ```
/// Nothing can be thrown where a box is made. So the cell is ended as the stop button ends it, at its next look. Each thread
/// counts for itself; what is left is the process's.
@usableFromInline
package enum ValueMemory {
    /// What an object takes beside what it holds, about.
    @inlinable package static var box: Int { 48 }
    @inlinable package static var slot: Int { MemoryLayout<CellValue>.stride }

    /// So much a cell may make though memory is short: enough to let go of something.
    private static let least = 1 << 20

    /// Notes that so many bytes are taken. Only what is made counts, not what ends: the limits say what is left.
    @inlinable @inline(__always)
    package static func note(_ bytes: Int) {
        if MemoryBudget.smallThingsLeft(after: bytes) < 0 { ask() }
    }

    /// Called before a cell runs.
    package static func begin() {
        Session.current.stop.forgetShortage()
        MemoryBudget.smallThingsLeft = max(MemoryBudget.smallThingsLeft, least)
    }

    @inline(never) @usableFromInline
    static func ask() {
        do { MemoryBudget.smallThingsLeft = try MemoryBudget.smallThings() } catch {
            MemoryBudget.smallThingsLeft = least
            Session.current.stop.end(for: error)
        }
    }
}
