internal import Hooks
internal import SessionSafety
package import TensorCore

/// Several variants of one run that are computed together, each for the positions at which it may differ from it.
///
/// ```swift
/// var variants = try base.variants(12, from: 14)
/// try variants.stand(at: 9, behind: .z)                                   // all as in the base, behind layer 9's heads
/// try variants.edit(.z) { z in for head in 0..<12 { z[head, 0..., 0..., head] = Tensor(0.0) } }
/// let ends = try RunVariants.finish([variants])                          // [[variant, batch, d_model]]
/// ```
/// Where a hook would be called once for each of them, all are put where they differ, so that the weights are read once
/// for all. What ``PartialRun`` knows about positions that cannot have changed holds for each variant.
package struct RunVariants {
    private var run: PartialRun
    private let base: VariantsBase
    package let count: Int
    /// The first position that is computed.
    package let first: Int

    init(_ base: VariantsBase, count: Int, first: Int) throws {
        (self.base, self.count, self.first) = (base, count, first)
        let model = base.model
        run = PartialRun(
            base: base.run, full: model.pass(PassTokens(base.run.batch), try model.silence()),
            silence: try model.silence())
        let reached = run.changed.including(Array(repeating: first, count: base.rows))
        guard reached.spans.allSatisfy({ $0.first == first }) else {
            throw ModelError.measurementNeedsCausalAttention
        }
        let spans = (0..<count).flatMap { _ in (0..<base.rows).map { (row: $0, first: first) } }
        run.changed = ChangedTokens(spans, positions: base.positions)
    }

    /// The number of tokens that are computed.
    package var tokenCount: Int { run.changed.tokenCount }

    /// The layer that is under way.
    package var layer: Int { run.layer }
}

extension RunVariants {
    /// Stands behind the step of `layer` that leaves `value`, with everything as it is in the base.
    package mutating func stand(at layer: Int, behind value: BlockValue) throws {
        let steps = run.plan.steps
        (run.layer, run.step) = (layer, Self.number(of: value, in: steps) + 1)
        run.values = BlockValues(repeating: PartialActivation.none)
        for value in Set(steps[run.step...].flatMap(\.reads)) where run.plan.source(of: value, before: run.step) != nil
        {
            try takeFromBase(value)
        }
    }

    /// Stands before the first step of `layer`, or behind the last layer, with everything as it is in the base.
    package mutating func stand(before layer: Int) throws {
        (run.layer, run.step) = (layer, 0)
        run.values = BlockValues(repeating: PartialActivation.none)
        let residual = run.base.residual(before: layer)
        run.values.residual = PartialActivation(base: residual, changed: try run.changed.pack(residual))
    }

    /// Stands behind the heads of the layer under way, with their outputs as in the base: attention is left out.
    ///
    /// Before the layer's first step only, where the residual stream is all that there is.
    package mutating func skipAttention() throws {
        run.step = Self.number(of: .z, in: run.plan.steps) + 1
        try takeFromBase(.z)
    }

    /// Goes on until behind the step of `layer` that leaves `value`.
    package mutating func advance(to layer: Int, behind value: BlockValue) throws {
        let number = Self.number(of: value, in: run.plan.steps)
        while (run.layer, run.step) <= (layer, number) { try run.advance() }
    }

    /// Goes on until before the first step of `layer`.
    package mutating func advance(before layer: Int) throws {
        while run.layer < layer { try run.advance() }
    }

    /// Goes on until before the step with which the MLP writes into the residual stream: a block's last one.
    package mutating func advanceToMLP() throws {
        while run.step < run.plan.steps.count - 1 { try run.advance() }
    }

    /// A value as it is: [variant, batch, position, …]
    package func value(_ value: BlockValue) -> Tensor { shaped(run.values[value].changed) }

    /// Changes a value [variant, batch, position, …] in place.
    package mutating func edit(_ value: BlockValue, _ body: (inout Tensor) throws -> Void) throws {
        let shape = run.values[value].changed.shape
        var changed = shaped(run.values[value].changed)
        run.values[value].changed = Tensor()
        try Fault.catching { try body(&changed) }
        run.values[value].changed = changed.reshaped(shape)
    }

    /// Carries all of them to the model's end: for each, the last position's residual stream after the final norm,
    /// [variant, batch, d_model].
    package static func finish(_ variants: [RunVariants]) throws -> [Tensor] {
        let ends = try carriedToTheEnd(variants)
        return try Fault.catching { ends.map { $0[0..., 0..., -1] } }
    }

    /// The same at all positions, those before the variants' first one from the base: [variant, batch, position, d_model].
    package static func finishWhole(_ variants: [RunVariants]) throws -> [Tensor] {
        let ends = try carriedToTheEnd(variants)
        return try Fault.catching {
            zip(variants, ends).map { one, end in
                guard one.first > 0 else { return end }
                let before = one.base.run.normalized[0..., 0..<one.first]
                return Tensor.cat([Tensor.stack(Array(repeating: before, count: one.count)), end], dim: 2)
            }
        }
    }

    /// The same of variants whose edits a tape records, so that a gradient can go back through the steps between: [variant, batch, d_model].
    ///
    /// What the base gives, keys and values of earlier positions above all, counts as a constant.
    package func recordedEnd() throws -> Tensor {
        var run = run.withoutHooks()
        try run.runBlocks()
        let end = try run.normalizedFinally()
        return try Fault.catching { shaped(end)[0..., 0..., -1] }
    }

    /// [variant, batch, position from the first one on, d_model]
    private static func carriedToTheEnd(_ variants: [RunVariants]) throws -> [Tensor] {
        let order = variants.indices.sorted { variants[$0].run.progress < variants[$1].run.progress }
        let ends = try PartialRun.finishing(order.map { variants[$0].run.withoutHooks() })
        var inOrder = [Tensor](repeating: Tensor(), count: variants.count)
        for (index, end) in zip(order, ends) { inOrder[index] = variants[index].shaped(end) }
        return inOrder
    }

    // MARK: Small things

    private func shaped(_ values: Tensor) -> Tensor {
        values.reshaped([count, base.rows, base.positions - first] + values.shape.dropFirst(2))
    }

    private mutating func takeFromBase(_ value: BlockValue) throws {
        let source = run.plan.source(of: value, before: run.step)
        let activation = source.flatMap { run.base.activation(run.layer, $0) } ?? run.base.residual(before: run.layer)
        run.values[value] = PartialActivation(base: activation, changed: try run.changed.pack(activation))
    }

    /// The number of the first step that leaves `value`.
    private static func number(of value: BlockValue, in steps: [any BlockStep]) -> Int {
        steps.firstIndex { $0.results.contains { $0.value == value } } ?? 0
    }
}
