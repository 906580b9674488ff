internal import SessionSafety
internal import TensorCore

/// The positions of each activation that a cache keeps.
struct PositionSlice {
    private let index: TensorIndexOperation

    /// An integer, a range, a stride, a list of integers or a mask. The position axis stays, of length 1 for an integer.
    init(_ slice: any TensorIndex) throws {
        switch slice.tensorIndex {
        case .pick(let position): index = .gather(Tensor([position]))
        case .gather(let list) where list.ndim == 0: index = .gather(list.reshaped([1]))
        case .gather(let list) where list.ndim > 1:
            throw ModelError.badPositions(given: "a tensor of shape \(list.shape); a list of positions has one axis")
        case .remaining, .inserted:
            throw ModelError.badPositions(given: ".ellipsis or .newAxis, which name no positions")
        case let other: index = other
        }
    }

    /// Throws when a run over so many `positions` does not have all of these, or when none are left.
    func check(positions: Int) throws {
        if try chosen(of: positions).count == 0 {
            throw ModelError.badPositions(given: "a slice that leaves none of the run's \(positions) positions")
        }
    }

    private func chosen(of positions: Int) throws -> Tensor {
        do {
            return try Fault.catching { Tensor.arange(positions)[index] }
        } catch let error as TensorError {
            throw ModelError.positionsOutOfRange(count: positions, reason: "\(error)")
        }
    }

    /// These positions of the activation called `name`.
    ///
    /// The position axis is the second one but in [batch, head, position (query), position (key)], where the queries
    /// are sliced.
    func part(of activation: Tensor, called name: String) throws -> Tensor {
        let axis = name.hasSuffix(".hook_pattern") || name.hasSuffix(".hook_attn_scores") ? 2 : 1
        let all = TensorIndexOperation.slice(start: 0, end: nil, step: 1)
        // Gathered, so that what is kept never shares the memory of all positions.
        let positions = try TensorIndexOperation.gather(chosen(of: activation.shape[axis]))
        let indices = [TensorIndexOperation](repeating: all, count: axis) + [positions]
        return try Fault.catching { activation[indices: indices] }
    }
}
