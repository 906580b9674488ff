public import Hooks
internal import SessionSafety
public import TensorCore

extension HookedTransformer {
    /// Runs the model on the same input with each list of hooks in turn, many of them in one batch.
    ///
    /// ```swift
    /// let variants = (0..<12).map { head in [Hook(actName("z", 9)) { z, hook in z[0..., -1, head, 0...] = 0 }] }
    /// try model.runVariants(tokens, variants) { head, logits in
    ///     scores[head] = averageLogitDifference(logits, answerTokens)
    /// }
    /// ```
    /// The same logits as a run of each by itself, within 1e-5, in a fraction of the time. Hooks still fire one list after
    /// the other; what follows from them is computed together where they have the same hook points. `body` is given a list's number and
    /// its logits [batch, position, d_vocab], in order.
    /// - Throws: `HookError`, ``ModelError``; what a hook or `body` throws.
    public func runVariants(
        _ input: any ModelInput, _ variants: [[Hook]], prependBOS: Bool? = nil, paddingSide: PaddingSide? = nil,
        attentionMask: Tensor? = nil, recompute: Recompute = .changed,
        _ body: (_ number: Int, _ logits: Tensor) throws -> Void
    ) throws {
        let options = RunOptions(
            prependBOS: prependBOS, paddingSide: paddingSide, attentionMask: attentionMask, recompute: recompute)
        let batch = try tokenBatch(input, options)
        let tables = try variants.map {
            try Interruption.check()
            return try table(fwdHooks: $0, recording: nil)
        }
        guard recompute == .changed, !GradientTape.isRecording, let base = try madeBase(for: batch) else {
            return try recompute.computing {
                for (number, table) in tables.enumerated() { try body(number, plainRun(batch, table).output) }
            }
        }
        try run(tables, from: base, body)
    }

    private func run(_ tables: [HookTable], from base: BaseRun, _ body: (Int, Tensor) throws -> Void) throws {
        var ends: [(number: Int, run: PartialRun, normalized: Tensor)] = []
        for (number, table) in tables.enumerated() {
            try Interruption.check()
            var run = try partialRun(base, table)
            ends.append((number, run, try run.run()))
            // Once those that waited have been computed, they are as well handed on.
            guard base.lazyRuns.count == 0 || number == tables.count - 1 else { continue }
            for var end in ends { try body(end.number, end.run.full.unembed(end.normalized)) }
            ends = []
        }
    }
}
