internal import SessionSafety

/// Elements that nobody has needed so far. They are made when somebody asks for their address: no sooner, and once.
///
/// Reading is free of this in nearly every tensor. Of one that is lazy it costs the computation that its elements wait for, on
/// whichever thread reads first; others that read meanwhile wait for it.
enum LazyElements: Sendable {
    /// A product such as logits. Slices and gathers compute what they name of it, and leave the rest.
    case product(LazyProduct)
    /// Any other computation. What is selected, gathered, computed or summed of its elements is lazy too.
    case computation(LazyComputation)

    /// Makes sure that the elements are there, and gives their address, which is the block's own as a rule.
    func address(in block: MemoryPool.Block) -> UnsafeMutableRawPointer {
        switch self {
        case .product(let product): product.compute(into: block).address
        case .computation(let computation): computation.compute(into: block)
        }
    }

    /// How many computations reading starts, one within the other.
    ///
    /// A product of rows that are there counts as none: its parts cost next to nothing.
    var depth: Int {
        switch self {
        case .product(let product): product.inputDepth
        case .computation(let computation): computation.depth
        }
    }

    /// Whether the elements are not there yet. Of those that miss some assignments, they are.
    var lacksElements: Bool {
        switch self {
        case .product(let product): product.isPending
        case .computation(let computation): computation.lacksElements
        }
    }

    /// Whether the memory has been, or will be, written for one reader, as others that are lazy have theirs.
    var isOneOfMany: Bool {
        switch self {
        case .product(let product): product.isPending
        case .computation: true
        }
    }

    /// Carries out what the elements wait for; a product may go on being computed as it is read.
    func computeInput(of block: MemoryPool.Block) throws {
        switch self {
        case .product(let product): try product.computeInput()
        case .computation(let computation): try Fault.catching { _ = computation.compute(into: block) }
        }
    }
}
