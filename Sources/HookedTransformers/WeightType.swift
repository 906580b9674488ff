/// What a model keeps the numbers of its matrices as. It computes in float32 either way.
///
/// ```swift
/// let model = try HookedTransformer.fromPretrained("qwen2.5-0.5b", dtype: .bfloat16)
/// model.cfg.dtype        // bfloat16
/// ```
public enum WeightType: String, Sendable, CaseIterable {
    /// Four bytes each.
    case float32
    /// Two bytes each, the upper halves of float32: half the memory, and eight bits of precision instead of 24. What a checkpoint
    /// has as bfloat16 stays as it is; biases, norms and vectors of positions stay float32.
    case bfloat16
}
