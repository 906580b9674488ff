internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// The tensors of TransformerLens's own models under the names that they have there now.
///
/// The oldest, softmax linear units all of them, say "norm" for "ln"; those of up to 6 layers have their matrices turned, those of
/// up to 8 the table of positions.
struct TransformerLensTensors {
    let file: CheckpointTensors
    private let isOld: Bool
    private let layers: Int

    init(_ file: CheckpointTensors, _ cfg: HookedTransformerConfig) {
        self.file = file
        (isOld, layers) = (file.has("blocks.0.norm1.w"), cfg.nLayers)
    }

    /// The tensor called `name`, of shape `shape`.
    func tensor(_ name: String, _ shape: [Int]) throws -> Tensor {
        guard isOld else { return try file.tensor(name, shape) }
        let old = name.replacing("ln_final", with: "norm").replacing("ln", with: "norm")
        guard isTurned(name), shape.count > 1 else { return try file.tensor(old, shape) }
        let stored = try file.tensor(old, shape.dropLast(2) + [shape[shape.count - 1], shape[shape.count - 2]])
        return try Fault.catching { stored.transposed(-1, -2) }
    }

    private func isTurned(_ name: String) -> Bool {
        name.hasSuffix("W_pos") ? layers <= 8 : name.contains("W_") && layers <= 6
    }
}
