internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

// Divergences that a gradient goes back from.

extension LastPositionScores {
    /// The divergence of each variant and prompt for normalised residual streams [variant, batch, d_model], and their sum, from which a
    /// gradient can go back.
    ///
    /// Logits are made of a few variants at a time and sent back at once, so that they take little memory.
    func recordedDivergences(_ normalized: Tensor) throws -> (sum: Tensor, each: [[Float]]) {
        let (variants, wantsGradient) = (normalized.shape[0], normalized.isTracked)
        let step = max(1, 128 / rows)
        var (each, gradients): ([[Float]], [Tensor]) = ([], [])
        let compute = { (inputs: [Tensor]) in
            for start in stride(from: 0, to: variants, by: step) {
                let part = inputs[0][start..<min(variants, start + step)]
                guard wantsGradient else {
                    each += try kl(ofLogits: model.logits(ofNormalized: part))
                    continue
                }
                let (own, gradient) = try valueAndGradient(at: part) { try recordedKL($0, &each) }
                _ = own
                gradients.append(gradient)
            }
            return Tensor(each.joined().reduce(0.0) { $0 + Double($1) })
        }
        let sum = try Tensor.differentiated("divergence", [normalized], compute) { _, _ in
            let gradient = Tensor.cat(gradients, dim: 0)
            return [{ g in gradient * g }]
        }
        return (sum, each)
    }

    /// The summed divergence of a few variants, each variant's appended to `each`.
    private func recordedKL(_ normalized: Tensor, _ each: inout [[Float]]) throws -> Tensor {
        let compute = { (logits: [Tensor]) in
            let found = try kl(ofLogits: logits[0])
            each += found
            return Tensor(found.joined().reduce(0.0) { $0 + Double($1) })
        }
        return try Tensor.differentiated("divergence", [model.logits(ofNormalized: normalized)], compute) { logits, _ in
            // Of Σ p · (log p − log q) by the logits of q: q − p.
            [{ g in (logits[0].softmax(dim: -1) - probabilities) * g }]
        }
    }
}
