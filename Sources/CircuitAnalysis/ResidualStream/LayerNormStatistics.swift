/// By which scale a layer norm divides when it is applied to something other than what it saw in the run.
public enum LayerNormStatistics: Sendable {
    /// By the scale of the tensor itself: what the layer norm would do if the model ended there. For the logit lens.
    case own
    /// By the scale that the run kept: linear, so that the parts of a residual stream sum to the whole. For
    /// attributions.
    case cached
}
