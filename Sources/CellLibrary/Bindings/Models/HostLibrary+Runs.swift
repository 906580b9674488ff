internal import CellInterpreter
internal import SwiftLens

private typealias Input = HostAny<any ModelInput>
private typealias Slice = HostAny<any TensorIndex>?

extension HostLibrary {
    private static let inputOptions =
        "prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil, attentionMask: Tensor? = nil"

    /// Runs of a model, and what can be said about how.
    func bindRuns() {
        bindPlainRuns()
        bindHookedRuns()
        bindCachedRuns()
        bindVariants()
    }

    private func bindPlainRuns() {
        declare(
            """
            /// Runs the model: `try model("When John and Mary went")` gives logits [batch, position, d_vocab].
            ///
            /// Takes text, `[String]`, `[Int]`, `[[Int]]` or an integer tensor. With `returnType: .loss` the mean loss of
            /// predicting the next token, per token with `lossPerToken`. With `stopAtLayer` the residual stream before it,
            /// [batch, position, d_model], which `try model(residual, startAtLayer: 6)` goes on from.
            func callAsFunction(_ input: any ModelInput, returnType: ReturnType = .logits, lossPerToken: Bool = false, \(Self.inputOptions), startAtLayer: Int? = nil, stopAtLayer: Int? = nil) throws -> Tensor
            """, on: "HookedTransformer"
        ) {
            (
                model: HookedTransformer, input: Input, type: ReturnType, perToken: Bool, bos: Bool?,
                side: PaddingSide?, mask: Tensor?, start: Int?, stop: Int?
            ) in
            try model(
                input.value, returnType: type, lossPerToken: perToken, prependBOS: bos, paddingSide: side,
                attentionMask: mask, startAtLayer: start, stopAtLayer: stop)
        }
        declare(
            """
            /// Runs the model once for logits [batch, position, d_vocab] and loss: `let (logits, loss) = try model.logitsAndLoss(tokens)`.
            func logitsAndLoss(_ input: any ModelInput, lossPerToken: Bool = false, \(Self.inputOptions)) throws -> (logits: Tensor, loss: Tensor)
            """, on: "HookedTransformer"
        ) {
            (
                model: HookedTransformer, input: Input, perToken: Bool, bos: Bool?, side: PaddingSide?, mask: Tensor?
            ) -> (Tensor, Tensor) in
            try model.logitsAndLoss(
                input.value, lossPerToken: perToken, prependBOS: bos, paddingSide: side, attentionMask: mask)
        }
    }

    private func bindHookedRuns() {
        declare(
            """
            /// Runs the model with hooks that may change activations; they are gone when the run ends.
            ///
            /// `try model.runWithHooks(tokens, fwdHooks: [Hook(actName("z", 9)) { z, hook in z[0..., -1, 6, 0...] = 0 }])`
            ///
            /// Gives logits [batch, position, d_vocab]. Tokens that were run before cost only what the hooks change; `recompute: .everything` computes all anew.
            func runWithHooks(_ input: any ModelInput, fwdHooks: [Hook], returnType: ReturnType = .logits, lossPerToken: Bool = false, \(Self.inputOptions), startAtLayer: Int? = nil, stopAtLayer: Int? = nil, recompute: Recompute = .changed) throws -> Tensor
            """, on: "HookedTransformer"
        ) {
            (
                model: HookedTransformer, input: Input, hooks: [Hook], type: ReturnType, perToken: Bool, bos: Bool?,
                side: PaddingSide?, mask: Tensor?, start: Int?, stop: Int?, recompute: Recompute
            ) in
            try model.runWithHooks(
                input.value, fwdHooks: hooks, returnType: type, lossPerToken: perToken, prependBOS: bos,
                paddingSide: side, attentionMask: mask, startAtLayer: start, stopAtLayer: stop, recompute: recompute)
        }
    }

    private func bindCachedRuns() {
        let options = """
            fwdHooks: [Hook] = [], returnType: ReturnType = .logits, lossPerToken: Bool = false, \(Self.inputOptions), \
            startAtLayer: Int? = nil, stopAtLayer: Int? = nil, posSlice: (any TensorIndex)? = nil, \
            removeBatchDim: Bool = false
            """
        declare(
            """
            /// Runs the model and keeps every activation: `let (logits, cache) = try model.runWithCache(tokens)`.
            ///
            /// The logits are [batch, position, d_vocab]; `cache["z", 9]` is [batch, position, head, d_head].
            /// `namesFilter: ["blocks.0.attn.hook_pattern"]` keeps those of these names, `posSlice: -1` the last position
            /// [batch, 1, …]. With `fwdHooks` the cache holds what they left behind.
            func runWithCache(_ input: any ModelInput, namesFilter: any NamesFilter = NamesSelection.all, \(options)) throws -> (logits: Tensor, cache: ActivationCache)
            """, on: "HookedTransformer"
        ) {
            (
                model: HookedTransformer, input: Input, names: HostAny<any NamesFilter>, hooks: [Hook],
                type: ReturnType, perToken: Bool, bos: Bool?, side: PaddingSide?, mask: Tensor?, start: Int?,
                stop: Int?, positions: Slice, removesBatch: Bool
            ) -> (Tensor, ActivationCache) in
            try model.runWithCache(
                input.value, namesFilter: names.value, fwdHooks: hooks, returnType: type, lossPerToken: perToken,
                prependBOS: bos, paddingSide: side, attentionMask: mask, startAtLayer: start, stopAtLayer: stop,
                posSlice: positions?.value, removeBatchDim: removesBatch)
        }
        declare(
            """
            /// Runs the model for logits [batch, position, d_vocab] and keeps the activations whose hook name passes.
            ///
            /// `let (logits, cache) = try model.runWithCache(tokens, namesFilter: { $0.hasSuffix("hook_z") })`
            func runWithCache(_ input: any ModelInput, namesFilter: (String) throws -> Bool, \(options)) throws -> (logits: Tensor, cache: ActivationCache)
            """, on: "HookedTransformer"
        ) {
            (
                model: HookedTransformer, input: Input, filter: CellFunction, hooks: [Hook], type: ReturnType,
                perToken: Bool, bos: Bool?, side: PaddingSide?, mask: Tensor?, start: Int?, stop: Int?,
                positions: Slice, removesBatch: Bool
            ) -> (Tensor, ActivationCache) in
            try model.runWithCache(
                input.value, namesFilter: { name in try filter(name) }, fwdHooks: hooks, returnType: type,
                lossPerToken: perToken, prependBOS: bos, paddingSide: side, attentionMask: mask, startAtLayer: start,
                stopAtLayer: stop, posSlice: positions?.value, removeBatchDim: removesBatch)
        }
    }

    private func bindVariants() {
        declare(
            """
            /// Runs the model on the same input with each list of hooks in turn, many of them in one batch.
            ///
            /// `try model.runVariants(tokens, variants) { number, logits in scores[number] = metric(logits) }`
            ///
            /// The closure is given a list's number and its logits [batch, position, d_vocab], in order.
            func runVariants(_ input: any ModelInput, _ variants: [[Hook]], \(Self.inputOptions), recompute: Recompute = .changed, _ body: (Int, Tensor) throws -> Void) throws
            """, on: "HookedTransformer"
        ) {
            (
                model: HookedTransformer, input: Input, variants: [[Hook]], bos: Bool?, side: PaddingSide?,
                mask: Tensor?, recompute: Recompute, body: CellFunction
            ) in
            try model.runVariants(
                input.value, variants, prependBOS: bos, paddingSide: side, attentionMask: mask, recompute: recompute
            ) { number, logits in try body.run(number, logits) }
        }
    }
}
