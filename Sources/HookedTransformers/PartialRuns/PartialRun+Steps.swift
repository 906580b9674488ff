internal import TensorCore

// How a step is carried out: for the changed tokens alone, or for all where hooks look into its midst.
extension PartialRun {
    /// Runs a step for the changed tokens alone.
    mutating func computeChanged(_ step: any BlockStep) throws {
        var pass = changedTokensPass()
        if !changed.isEmpty {
            for value in step.reads { pass.values[value] = values[value].changed }
            if step.readsPast { pass.past = PastVectors(k: values.k.base, v: values.v.base) }
            try step.run(&pass, layer)
        }
        for value in step.uses { values[value] = .none }
        for result in step.results {
            values[result.value] = PartialActivation(base: base(of: result), changed: pass.values[result.value])
        }
    }

    /// Runs a step for all tokens, with hooks in its midst.
    mutating func computeAll(_ step: any BlockStep) throws {
        for value in step.reads { full.values[value] = try values[value].full(changed) }
        try step.run(&full, layer)
        for value in step.uses + step.results.map(\.value) { values[value] = .none }
        for result in step.results {
            try grow(changed.firstChanges(from: base(of: result), to: full.values[result.value]))
        }
        for result in step.results {
            values[result.value] = PartialActivation(
                base: base(of: result), changed: try changed.pack(full.values[result.value]))
        }
        full.values = BlockValues(repeating: Tensor())
    }

    /// What the base run has where a step's result is shown.
    private func base(of result: StepResult) -> Tensor { base.activation(layer, result.hook) ?? Tensor() }

    /// A pass over the changed tokens alone.
    func changedTokensPass() -> ForwardPass {
        ForwardPass(
            cfg: full.cfg, weights: full.weights, plan: plan,
            tokens: PassTokens(changed.spans, count: changed.tokenCount, of: base.batch), hooks: silence)
    }

    /// The changed tokens' residual stream after the final layer norm: [token, 1, d_model]
    func normalizedFinally() throws -> Tensor {
        guard !changed.isEmpty else { return Tensor() }
        var pass = changedTokensPass()
        pass.values.residual = values.residual.changed
        return try pass.normalizedFinally()
    }
}
