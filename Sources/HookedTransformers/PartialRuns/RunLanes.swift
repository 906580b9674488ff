internal import Hooks
internal import SessionSafety
package import TensorCore

/// Several variants of one run that are computed together, each for the positions at which it may differ from it.
///
/// ```swift
/// var lanes = try base.lanes(12, from: 14)
/// try lanes.stand(at: 9, behind: .z)                                   // all as in the base, behind layer 9's heads
/// try lanes.edit(.z) { z in for head in 0..<12 { z[head, 0..., 0..., head] = Tensor(0.0) } }
/// let ends = try RunLanes.finish([lanes])                              // [[lane, batch, d_model]]
/// ```
/// Where a hook would be called once for each variant, lanes are put where they differ, so that the weights are read
/// once for all of them. What ``PartialRun`` knows about positions that cannot have changed holds for each lane.
package struct RunLanes {
    private var run: PartialRun
    private let base: LanesBase
    package let count: Int
    /// The first position that is computed.
    package let first: Int

    init(_ base: LanesBase, count: Int, first: Int) throws {
        (self.base, self.count, self.first) = (base, count, first)
        let model = base.model
        run = PartialRun(
            base: base.run, full: model.pass(PassTokens(base.run.batch), try model.silence()),
            silence: try model.silence())
        let reached = run.changed.including(Array(repeating: first, count: base.rows))
        guard reached.spans.allSatisfy({ $0.first == first }) else {
            throw ModelError.badOption(
                "this measurement computes only what comes behind a changed position, "
                    + "and queries of this model look at later positions too")
        }
        let spans = (0..<count).flatMap { _ in (0..<base.rows).map { (row: $0, first: first) } }
        run.changed = ChangedTokens(spans, positions: base.positions)
    }

    /// The number of tokens that are computed.
    package var tokenCount: Int { run.changed.tokenCount }

    /// The layer that is under way.
    package var layer: Int { run.layer }
}

extension RunLanes {
    /// Stands behind the step of `layer` that leaves `value`, with everything as it is in the base.
    package mutating func stand(at layer: Int, behind value: BlockValue) throws {
        let steps = run.plan.steps
        (run.layer, run.step) = (layer, Self.place(value, steps) + 1)
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

    /// Stands behind the heads of the layer under way, with their outputs as in the base: attention is passed over.
    ///
    /// Before the layer's first step only, where the residual stream is all that there is.
    package mutating func passOverAttention() throws {
        run.step = Self.place(.z, run.plan.steps) + 1
        try takeFromBase(.z)
    }

    /// Goes on until behind the step of `layer` that leaves `value`.
    package mutating func advance(to layer: Int, behind value: BlockValue) throws {
        let place = Self.place(value, run.plan.steps)
        while (run.layer, run.step) <= (layer, place) { try run.advance() }
    }

    /// Goes on until before the first step of `layer`.
    package mutating func advance(before layer: Int) throws {
        while run.layer < layer { try run.advance() }
    }

    /// Goes on until before the step with which the MLP writes into the residual stream: a block's last one.
    package mutating func advanceToMLP() throws {
        while run.step < run.plan.steps.count - 1 { try run.advance() }
    }

    /// A value as it is: [lane, batch, position, …]
    package func value(_ value: BlockValue) -> Tensor { shaped(run.values[value].changed) }

    /// Changes a value [lane, batch, position, …] in place.
    package mutating func edit(_ value: BlockValue, _ body: (inout Tensor) throws -> Void) throws {
        let shape = run.values[value].changed.shape
        var changed = shaped(run.values[value].changed)
        run.values[value].changed = Tensor()
        try Fault.catching { try body(&changed) }
        run.values[value].changed = changed.reshaped(shape)
    }

    /// Carries all of them to the model's end: for each, the last position's residual stream after the final norm,
    /// [lane, batch, d_model].
    package static func finish(_ lanes: [RunLanes]) throws -> [Tensor] {
        let ends = try carriedToTheEnd(lanes)
        return try Fault.catching { ends.map { $0[0..., 0..., -1] } }
    }

    /// The same at all positions, those before the lanes' first one from the base: [lane, batch, position, d_model].
    package static func finishWhole(_ lanes: [RunLanes]) throws -> [Tensor] {
        let ends = try carriedToTheEnd(lanes)
        return try Fault.catching {
            zip(lanes, ends).map { lanes, end in
                guard lanes.first > 0 else { return end }
                let before = lanes.base.run.normalized[0..., 0..<lanes.first]
                return Tensor.cat([Tensor.stack(Array(repeating: before, count: lanes.count)), end], dim: 2)
            }
        }
    }

    /// The same of lanes whose edits a tape records, so that a gradient can go back through the steps between: [lane, batch, d_model].
    ///
    /// What the base gives, keys and values of earlier positions above all, counts as a constant.
    package func recordedEnd() throws -> Tensor {
        var run = run.withoutHooks()
        try run.runBlocks()
        let end = try run.normalizedFinally()
        return try Fault.catching { shaped(end)[0..., 0..., -1] }
    }

    /// [lane, batch, position from the first one on, d_model]
    private static func carriedToTheEnd(_ lanes: [RunLanes]) throws -> [Tensor] {
        let order = lanes.indices.sorted { lanes[$0].run.progress < lanes[$1].run.progress }
        let ends = try PartialRun.finishing(order.map { lanes[$0].run.withoutHooks() })
        var inOrder = [Tensor](repeating: Tensor(), count: lanes.count)
        for (place, end) in zip(order, ends) { inOrder[place] = lanes[place].shaped(end) }
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
    private static func place(_ value: BlockValue, _ steps: [any BlockStep]) -> Int {
        steps.firstIndex { $0.results.contains { $0.value == value } } ?? 0
    }
}
