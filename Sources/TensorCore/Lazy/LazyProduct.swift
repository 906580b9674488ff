internal import Platform
internal import SessionSafety
internal import Synchronization

/// The lazy elements of a product: they are computed as they are read, and as far as they are.
///
/// The memory is written once, under a lock, before anybody gets to see its address.
final class LazyProduct: Sendable {
    /// Used under the lock alone; what the address points to is written before anybody else has it.
    private struct State: @unchecked Sendable {
        /// nil once the memory holds it.
        var product: ReadoutProduct?
        /// What was computed for partial readings so far, in rows.
        var spent = 0.0
        /// Zeros for readings that were stopped; their results are thrown away.
        var zeros: UnsafeMutableRawPointer?
    }
    private let state: Mutex<State>
    /// The length of a row.
    let columns: Int

    init(_ product: ReadoutProduct) {
        state = Mutex(State(product: product))
        columns = product.columns
    }

    deinit { state.withLock { free($0.zeros) } }

    /// The product for a reading that costs as much as computing `rows` of its rows; nil when the memory holds it, or
    /// when so much was read in parts that all of it is cheaper from now on.
    func product(forReading rows: Double) -> ReadoutProduct? {
        state.withLock { state in
            guard let product = state.product, state.spent + rows <= Double(product.rows) else { return nil }
            state.spent += rows
            return product
        }
    }

    /// Whether the memory still waits for the product.
    var isPending: Bool { state.withLock { $0.product != nil } }

    /// How many computations its rows wait for, one within the other; 0 when they are there.
    var inputDepth: Int { state.withLock { $0.product?.x.waitingDepth } ?? 0 }

    /// Carries out what its rows wait for.
    func computeInput() throws {
        try state.withLock { $0.product?.x }?.computeNow()
    }

    /// Makes sure that `block` holds the product, and gives the memory to read from.
    ///
    /// When it is stopped, which is reported through `Fault`, zeros are read instead, and the next reading tries again.
    /// Where nobody catches faults, it isn't stopped.
    func compute(into block: MemoryPool.Block) -> MemoryPool.Block {
        state.withLock { state in
            guard let product = state.product else { return block }
            let out = block.address.assumingMemoryBound(to: Float.self)
            do { try Fault.stoppingIfCaught { try product.write(into: out) } } catch {
                if let zeros = Self.zeros(&state, block.byteCount) { return Fault.raise(error, returning: zeros) }
                // Nothing else to read from: it has to be finished, and without stops nothing can be thrown.
                try? Interruption.ignored { try product.write(into: out) }
            }
            state.product = nil
            return block
        }
    }

    private static func zeros(_ state: inout State, _ byteCount: Int) -> MemoryPool.Block? {
        if state.zeros == nil { state.zeros = calloc(byteCount, 1) }
        return state.zeros.map { MemoryPool.Block(address: $0, byteCount: byteCount) }
    }
}
