internal import SessionSafety
internal import TensorCore

/// What the format changes in a tensor, to be undone.
enum GGUFChange: Sendable {
    /// A matrix stands as [out, in] that Hugging Face stores as [in, out].
    case transposed
    /// The rows of each head's two halves, which turn together, stand in pairs; with the key of the number of heads.
    case paired(heads: String)
    /// Rows of all heads' queries, then keys, then values, where Hugging Face has all three of each head together.
    case sortedByPart(heads: String)

    /// The shape that a tensor of the file has once this is undone.
    func restored(_ shape: [Int]) -> [Int] {
        if case .transposed = self { shape.reversed() } else { shape }
    }

    /// The tensor as Hugging Face stores it; as it is where its rows are no multiple of what they should be.
    func restored(_ tensor: Tensor, _ metadata: GGUFMetadata) throws -> Tensor {
        switch self {
        case .transposed: return try Fault.catching { tensor.T }
        case .paired(let key): return try regrouped(tensor, [try metadata.count(key), -1, 2])
        case .sortedByPart(let key): return try regrouped(tensor, [3, try metadata.count(key), -1], [1, 0, 2])
        }
    }

    /// The tensor with its rows in groups of groups, in another order of these.
    private func regrouped(_ tensor: Tensor, _ groups: [Int], _ order: [Int] = [0, 2, 1]) throws -> Tensor {
        let known = groups.filter { $0 > 0 }.reduce(1, *)
        guard let rows = tensor.shape.first, rows % known == 0, rows > 0 else { return tensor }
        let sizes = groups.map { $0 > 0 ? $0 : rows / known }
        let width = tensor.shape.count > 1 ? tensor.shape[1] : 1
        return try Fault.catching {
            tensor.reshaped(sizes + [width]).permuted(order + [3]).reshaped(tensor.shape)
        }
    }
}
