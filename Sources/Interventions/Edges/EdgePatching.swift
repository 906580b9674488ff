internal import HookedTransformers
internal import Hooks
internal import SessionSafety
internal import TensorCore

/// Runs in which the ends of some edges read other outputs of the edges' sources.
///
/// Heads read streams of their own, to each of which the differences of the patched sources are added: however many edges are
/// patched, a run costs about as much as one without hooks.
struct EdgePatching {
    let model: HookedTransformer
    let tokens: any ModelInput
    let names: EdgeNames
    /// What patched sources write: [source, batch · position · d_model]
    let other: ComponentOutputs
    private let points: ReadingPoints

    init(_ model: HookedTransformer, _ tokens: any ModelInput, _ other: ComponentOutputs) throws {
        try Self.check(model)
        (self.model, self.tokens, self.other, names) = (model, tokens, other, EdgeNames(model))
        points = ReadingPoints(model, names)
    }

    /// - Throws: ``PathError/headsWriteTogether(_:)``.
    static func check(_ model: HookedTransformer) throws {
        guard model.weights.blocks.allSatisfy({ $0.ln1Post == nil }) else {
            throw PathError.headsWriteTogether("a0.h0->logits")
        }
    }

    /// The logits [batch, position, d_vocab] with every edge patched for which `isPatched` [source · ends + end] is true.
    func logits(_ isPatched: [Bool]) throws -> Tensor {
        let differences = Differences(other)
        var hooks = sourceHooks(differences)
        for point in points.all {
            try Interruption.check()
            guard let mask = mask(point, isPatched) else { continue }
            hooks.append(
                Hook(point.name) { stream, _ in
                    let sum = mask.matmul(differences.rows(0..<point.sources))
                    let shape = stream.shape
                    let heads = [point.count, shape[0], shape[1], other.shape[2]]
                    let delta = sum.reshaped(heads).permuted(1, 2, 0, 3)
                    stream = stream + delta.reshaped(shape)
                })
        }
        return try ReadingPoints.switchedOn(model) {
            let logits = try model.runWithHooks(tokens, fwdHooks: hooks, recompute: .everything)
            try logits.computeNow()
            return logits
        }
    }

    /// Which sources each end of a point reads differently, [end, source]; nil where none is.
    private func mask(_ point: ReadingPoints.Point, _ isPatched: [Bool]) -> Tensor? {
        let width = names.ends.count
        let values = (point.first..<(point.first + point.count)).flatMap { end in
            (0..<point.sources).map { isPatched[$0 * width + end] ? Float(1) : 0 }
        }
        return values.contains(1) ? Tensor(values, shape: [point.count, point.sources]) : nil
    }

    /// Hooks that take down what each component writes in this run.
    private func sourceHooks(_ differences: Differences) -> [Hook] {
        var first = 1
        var hooks = [
            Hook("hook_embed") { embedded, _ in differences.take(embedded.reshaped([1, embedded.count]), at: 0) }
        ]
        for layer in 0..<model.cfg.nLayers {
            let place = first
            hooks.append(
                Hook(actName("z", layer)) { [model] z, _ in
                    differences.take(try ComponentOutputs.heads(model, z, layer), at: place)
                })
            first += model.cfg.nHeads
            guard model.hasHook(actName("mlp_out", layer)) else { continue }
            let mlp = first
            hooks.append(
                Hook(actName("mlp_out", layer)) { out, _ in differences.take(out.reshaped([1, out.count]), at: mlp) })
            first += 1
        }
        return hooks
    }
}

/// How much more patched sources write than those of the run that is under way: [source, batch · position · d_model]
private final class Differences {
    private let other: ComponentOutputs
    private var rows: [(first: Int, values: Tensor)] = []

    init(_ other: ComponentOutputs) { self.other = other }

    func take(_ outputs: Tensor, at first: Int) {
        rows.append((first, other.values[first..<(first + outputs.shape[0])] - outputs))
    }

    func rows(_ range: Range<Int>) -> Tensor {
        let all = rows.sorted { $0.first < $1.first }.filter { range.contains($0.first) }
        return Tensor.cat(all.map(\.values), dim: 0)
    }
}
