internal import SessionSafety
internal import Synchronization

/// The lazy elements of a computation that gives all of them at once, such as a run of a model.
///
/// They are computed once, under a lock, before anybody gets to see their address. Assignments to single places may wait
/// with them.
final class LazyComputation: Sendable {
    /// Used under the lock alone.
    private struct State: @unchecked Sendable {
        /// What gives all elements; nil once the memory holds them.
        var compute: (@Sendable () throws -> Tensor)?
        /// What is assigned afterwards, in order.
        var writes: [PlannedWrite] = []
        /// How many computations stand one upon the other.
        var depth: Int
        var isPending: Bool { compute != nil || !writes.isEmpty }
    }
    private let state: Mutex<State>

    /// Deeper chains are computed at once, so that reading the last of them doesn't run out of stack.
    static let deepest = 64
    private static let mostWrites = 4096

    init(depth: Int, _ compute: @escaping @Sendable () throws -> Tensor) {
        state = Mutex(State(compute: compute, depth: depth))
    }

    /// Elements that are there, but for one assignment.
    init(_ write: PlannedWrite) {
        state = Mutex(State(compute: nil, writes: [write], depth: write.value.waitingDepth + 1))
    }

    /// The number of computations that reading starts, one within the other; 0 when nothing waits.
    var depth: Int { state.withLock { $0.isPending ? $0.depth : 0 } }

    /// Whether all elements wait, and not just some assignments.
    var lacksElements: Bool { state.withLock { $0.compute != nil } }

    /// Lets an assignment wait with what waits already; false when nothing does, or too much.
    func append(_ write: PlannedWrite) -> Bool {
        state.withLock { state in
            let depth = max(state.depth, write.value.waitingDepth + 1)
            let isSmall = state.writes.count < Self.mostWrites && depth <= Self.deepest
            guard isSmall, state.isPending || write.value.isWaiting else { return false }
            state.writes.append(write)
            state.depth = depth
            return true
        }
    }

    /// Makes sure that `block` holds the elements, and gives its address.
    ///
    /// When the computation is stopped or fails, which is reported through `Fault`, they are zeros for now, and the next
    /// reading tries again. Where nobody catches faults, it isn't stopped.
    func compute(into block: MemoryPool.Block) -> UnsafeMutableRawPointer {
        state.withLock { state in
            guard state.isPending else { return }
            do { try Fault.stoppingIfCaught { try Self.carryOut(&state, into: block) } } catch {
                if state.compute != nil { block.setZero() }
                Fault.raise(error, returning: ())
            }
        }
        return block.address
    }

    private static func carryOut(_ state: inout State, into block: MemoryPool.Block) throws {
        if let compute = state.compute {
            let value = try Fault.catching(compute)
            value.withUnsafeBytes { bytes in
                if let start = bytes.baseAddress { block.address.copyMemory(from: start, byteCount: bytes.count) }
            }
            state.compute = nil
        }
        for write in state.writes { try write.apply(to: block.address) }
        state.writes = []
    }
}
