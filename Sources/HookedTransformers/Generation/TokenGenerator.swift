internal import Hooks
internal import SessionSafety
internal import TensorCore

/// Continues prompts token by token.
struct TokenGenerator {
    let model: HookedTransformer
    var options: GenerationOptions

    /// The prompts and what follows, without padding.
    private var rows: [[Int]]
    private var isFinished: [Bool]
    private var past = KeyValueCache()

    /// - Parameter prompts: token ids without padding, perhaps of unequal lengths.
    init(_ model: HookedTransformer, _ prompts: [[Int]], _ options: GenerationOptions) throws {
        self.model = model
        self.options = options
        rows = prompts
        isFinished = prompts.map { _ in false }
        let longest = prompts.map(\.count).max() ?? 0
        try model.cfg.checkLength(longest)
        guard options.maxNewTokens <= model.cfg.nCtx - longest else {
            throw ModelError.tooManyNewTokens(prompt: longest, new: options.maxNewTokens, limit: model.cfg.nCtx)
        }
    }

    /// The new tokens of each prompt; a text that has ended is filled up with padding.
    mutating func newTokens() throws -> [[Int]] {
        var new = rows.map { _ in [Int]() }
        for step in 0..<options.maxNewTokens where isFinished.contains(false) {
            try Interruption.check()
            // The prompt's products are long; those of a token behind it are not.
            if past.isEmpty { try go(step, &new) } else { try keepingCoresAwake { try go(step, &new) } }
        }
        return new
    }

    private mutating func go(_ step: Int, _ new: inout [[Int]]) throws {
        let logits = try nextLogits(step)
        try choose(logits, into: &new)
    }

    private mutating func choose(_ logits: Tensor, into new: inout [[Int]]) throws {
        let width = model.cfg.dVocabOut
        try logits.reading { logits in
            for row in rows.indices {
                if isFinished[row], let padding = options.paddingToken { new[row].append(padding) }
                if isFinished[row] { continue }
                let line = UnsafeBufferPointer(start: logits + row * width, count: width)
                let token = options.sampler.choose(line, after: rows[row])
                rows[row].append(token)
                new[row].append(token)
                isFinished[row] = token == options.stopToken
            }
        }
    }

    /// The logits behind the last token of each prompt: [batch, d_vocab]
    private mutating func nextLogits(_ step: Int) throws -> Tensor {
        let looksBack = model.cfg.attentionDir == .causal
        guard options.usesPastKVCache, looksBack, options.fwdHooks.isEmpty, model.addedHooks.isEmpty else {
            return try fullLogits()
        }
        var pass = try IncrementalPass(model, step == 0 ? filledUp() : lastTokens(), past: past)
        past = KeyValueCache()
        let logits = try pass.logits(lastOnly: true)
        past = pass.past
        return logits.reshaped([rows.count, model.cfg.dVocabOut])
    }

    /// Runs everything, for hooks to see it.
    private func fullLogits() throws -> Tensor {
        let batch = try filledUp()
        let mask = batch.mask.map { Tensor($0.map { $0 ? 1 : 0 }, shape: [batch.rows, batch.positions]) }
        let tokens = Tensor(batch.ids, shape: [batch.rows, batch.positions])
        let everyone = mask ?? Tensor.ones([batch.rows, batch.positions], dtype: .int64)
        let logits = try model.runWithHooks(tokens, fwdHooks: options.fwdHooks, attentionMask: everyone)
        return try Fault.catching { logits[0..., -1, 0...] }
    }

    /// All prompts, filled up in front to the longest: index −1 is the last token of each.
    private func filledUp() throws -> TokenBatch {
        let padded = try PaddedTokens(rows, side: .left, padding: 0)
        return try TokenBatch(
            ids: padded.ids, rows: padded.rows, positions: padded.positions, mask: padded.mask, cfg: model.cfg)
    }

    /// The newest token of each prompt. One that has ended repeats its last; nobody reads what follows.
    private func lastTokens() throws -> TokenBatch {
        try TokenBatch(ids: rows.compactMap(\.last), rows: rows.count, positions: 1, mask: nil, cfg: model.cfg)
    }
}
