internal import TensorCore

/// What a run returns.
public enum ReturnType: Sendable {
    /// [batch, position, d_vocab]
    case logits
    /// The mean loss of predicting the next token, or the loss per token.
    case loss
}

/// Where shorter prompts of a batch are filled up.
public enum PaddingSide: String, Sendable {
    /// In front: index −1 is the last token of every prompt.
    case left
    /// At the end: index −1 is padding in all but the longest prompts.
    case right
}

/// What a run may be told beside its input.
struct RunOptions {
    var prependBOS: Bool?
    var paddingSide: PaddingSide?
    var attentionMask: Tensor?
    var startAtLayer: Int?
    var stopAtLayer: Int?
    var posSlice: PositionSlice?
    var recompute = Recompute.changed
}
