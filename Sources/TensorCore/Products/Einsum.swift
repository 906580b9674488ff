internal import SessionSafety

/// Products and sums over named axes, as NumPy's and PyTorch's `einsum`, with einops's axis words.
///
/// ```swift
/// let out = einsum("b p h d, h d m -> b p m", z, model.W_O[0])
/// let same = einsum("bphd,hdm->bpm", z, model.W_O[0])
/// ```
/// Axes that the right side does not name are summed over; a name twice in one term takes the diagonal;
/// `...` stands for leading axes that are broadcast. The result is float32.
public func einsum(_ pattern: String, _ tensors: Tensor...) -> Tensor { einsum(pattern, tensors) }

/// The same with the tensors in a list: `einsum("i j, j k -> i k", [a, b])`.
public func einsum(_ pattern: String, _ tensors: [Tensor]) -> Tensor {
    Tensor.orFault {
        let parsed = try EinsumPattern(pattern, shapes: tensors.map(\.shape))
        var terms = try zip(tensors, parsed.inputs).map { try NamedTensor($0.asType(.float32), $1, parsed) }
        while terms.count > 1 {
            let needed = Set(parsed.output + terms.dropFirst(2).flatMap(\.names))
            let (left, right) = (terms.removeFirst(), terms.removeFirst())
            terms.insert(try left.multiplied(by: right, keeping: needed), at: 0)
        }
        return try terms[0].ordered(parsed.output)
    }
}

/// A tensor whose axes have names.
private struct NamedTensor {
    var tensor: Tensor
    var names: [String]

    /// Takes diagonals of names that occur twice, and drops axes of length 1 that are stretched elsewhere.
    init(_ tensor: Tensor, _ names: [String], _ pattern: EinsumPattern) throws {
        let strides = Shape.strides(tensor.shape)
        self.names = []
        var (lengths, steps) = ([Int](), [Int]())
        for (axis, name) in names.enumerated() {
            if tensor.shape[axis] == 1 && pattern.lengths[name] != 1 { continue }
            if let place = self.names.firstIndex(of: name) {
                steps[place] += strides[axis]
            } else {
                self.names.append(name)
                lengths.append(tensor.shape[axis])
                steps.append(strides[axis])
            }
        }
        self.tensor = self.names == names ? tensor : try tensor.strided(lengths, steps)
    }

    init(_ tensor: Tensor, names: [String]) {
        self.tensor = tensor
        self.names = names
    }

    func length(_ name: String) -> Int { names.firstIndex(of: name).map { tensor.shape[$0] } ?? 1 }

    /// Summed over the axes that are not in `kept`.
    func summed(keeping kept: Set<String>) -> NamedTensor {
        let gone = names.indices.filter { !kept.contains(names[$0]) }
        guard !gone.isEmpty else { return self }
        return NamedTensor(tensor.sum(dim: gone), names: names.filter(kept.contains))
    }

    /// With the axes in the order of `order`, which names all of them.
    func permuted(_ order: [String]) throws -> Tensor {
        try tensor.reordered(order.compactMap { names.firstIndex(of: $0) })
    }

    /// The final result: summed over what `output` leaves out, in its order.
    func ordered(_ output: [String]) throws -> Tensor {
        let rest = summed(keeping: Set(output))
        return try rest.permuted(output)
    }

    /// The product, summed over the axes that both have and nobody needs any more: one matrix product per batch.
    func multiplied(by other: NamedTensor, keeping needed: Set<String>) throws -> NamedTensor {
        let left = summed(keeping: needed.union(other.names))
        let right = other.summed(keeping: needed.union(names))
        let shared = Set(left.names).intersection(right.names)
        let batch = left.names.filter { shared.contains($0) && needed.contains($0) }
        let inner = left.names.filter { shared.contains($0) && !needed.contains($0) }
        let rows = left.names.filter { !shared.contains($0) }
        let columns = right.names.filter { !shared.contains($0) }
        let count = { (names: [String]) in
            try Shape.count(names.map { left.names.contains($0) ? left.length($0) : right.length($0) })
        }
        let (b, m, n, k) = (try count(batch), try count(rows), try count(columns), try count(inner))
        let target = batch.map(left.length) + rows.map(left.length) + columns.map(right.length)
        guard max(m, n, k) <= Int(Int32.max) else { throw TensorError.tooManyElements(shape: target) }
        let a = try left.permuted(batch + rows + inner).renamed(to: [b, m, k])
        let c = try right.permuted(batch + inner + columns).renamed(to: [b, k, n])
        return NamedTensor(try a.batches(c, target), names: batch + rows + columns)
    }
}
