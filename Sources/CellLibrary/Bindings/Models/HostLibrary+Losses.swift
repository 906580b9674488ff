internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    /// How well a run predicted its own tokens.
    func bindLosses() {
        let parameters = "_ logits: Tensor, _ tokens: Tensor, attentionMask: Tensor? = nil, perToken: Bool = false"
        declare(
            """
            /// −log p of each next token: the mean, or [batch, position − 1] with `perToken`.
            ///
            /// `let loss = try lmCrossEntropyLoss(logits, tokens)` of logits [batch, position, d_vocab]
            func lmCrossEntropyLoss(\(parameters)) throws -> Tensor
            """
        ) { (logits: Tensor, tokens: Tensor, mask: Tensor?, perToken: Bool) in
            try lmCrossEntropyLoss(logits, tokens, attentionMask: mask, perToken: perToken)
        }
        declare(
            """
            /// How often the likeliest token is the next one: the share, or 0 and 1 [batch, position − 1] with `perToken`.
            ///
            /// `let accuracy = try lmAccuracy(logits, tokens)` of logits [batch, position, d_vocab]
            func lmAccuracy(\(parameters)) throws -> Tensor
            """
        ) { (logits: Tensor, tokens: Tensor, mask: Tensor?, perToken: Bool) in
            try lmAccuracy(logits, tokens, attentionMask: mask, perToken: perToken)
        }
    }
}
