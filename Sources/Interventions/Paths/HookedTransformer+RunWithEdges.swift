public import HookedTransformers
internal import Hooks
internal import SessionSafety
public import TensorCore

extension HookedTransformer {
    /// Runs the clean prompts with some edges patched: through each of them its end reads what the source writes on the corrupted
    /// prompts, and everything else what is written in this run.
    ///
    /// ```swift
    /// let logits = try model.runWithEdges(tokens, corrupted: corruptedTokens, patched: ["a5.h5->a8.h6<v>", "m3->logits"])
    /// ```
    /// Sources are `input` (the token embedding), `a5.h5` and `m3`; ends `a8.h6<q>`, `<k>`, `<v>`, `m5` and `logits`: EAP-IG's
    /// names. All edges patched give the corrupted run, none the clean one.
    /// - Returns: logits [batch, position, d_vocab].
    /// - Throws: ``PathError`` for a name that is no edge, with the nearest ones; what a run throws.
    public func runWithEdges(
        _ tokens: any ModelInput, corrupted corruptedTokens: any ModelInput, patched edges: [String]
    ) throws -> Tensor {
        let names = EdgeNames(self)
        var sources: [EdgeEnd: [EdgeSource]] = [:]
        for name in edges {
            try Interruption.check()
            let (source, end) = try names.edge(name)
            if case .head = source, weights.blocks.contains(where: { $0.ln1Post != nil }) {
                throw PathError.headsWriteTogether(name)
            }
            if sources[end]?.contains(source) != true { sources[end, default: []].append(source) }
        }
        let run = try EdgeRun(self, PathPair(self, tokens, corruptedTokens), sources)
        return try logits(ofNormalized: run.end())
    }

    /// The names of all edges of the model, by their ends: `try model.edgeNames().count`.
    public func edgeNames() throws -> [String] {
        let names = EdgeNames(self)
        return try names.ends.flatMap { end in
            try Interruption.check()
            return names.sources.filter { names.exists($0, end) }.map { "\($0.name)->\(end.name)" }
        }
    }
}

/// One run with patched edges.
private struct EdgeRun {
    private let model: HookedTransformer
    private let pair: PathPair
    private let sources: [EdgeEnd: [EdgeSource]]
    private let watched: Set<EdgeSource>

    init(_ model: HookedTransformer, _ pair: PathPair, _ sources: [EdgeEnd: [EdgeSource]]) throws {
        (self.model, self.pair, self.sources) = (model, pair, sources)
        watched = Set(sources.values.joined())
    }

    /// The normalised residual stream: [batch, position, d_model]
    func end() throws -> Tensor {
        var variants = try pair.clean.variants(1, from: pair.first)
        try variants.stand(before: 0)
        var changes: [EdgeSource: Tensor] = [:]
        if watched.contains(.input) { changes[.input] = try inputChange() }
        for layer in 0..<model.cfg.nLayers {
            try attention(layer, &variants, &changes)
            try mlp(layer, &variants, &changes)
        }
        if let delta = try delta(.logits, changes) { try variants.edit(.residual) { $0 = $0 + delta } }
        return try RunVariants.finishWhole([variants])[0].reshaped([
            pair.clean.rows, pair.clean.positions, model.cfg.dModel,
        ])
    }

    /// The heads of a layer, of whose queries, keys and values some are read from a patched stream.
    private func attention(_ layer: Int, _ variants: inout RunVariants, _ changes: inout [EdgeSource: Tensor]) throws {
        var read: [(end: PathEnds.End, value: Tensor)] = []
        for part in [BlockValue.q, .k, .v] {
            for head in 0..<(part == .q ? model.cfg.nHeads : model.cfg.keyHeads) {
                guard let delta = try delta(.head(layer: layer, head: head, part: part), changes) else { continue }
                var reading = variants
                try reading.edit(.residual) { $0 = $0 + delta }
                try reading.advance(to: layer, behind: .q)
                read.append(
                    (.init(part: part, head: head), try Fault.catching { reading.value(part)[0..., 0..., 0..., head] }))
            }
        }
        try variants.advance(to: layer, behind: .q)
        for (end, value) in read { try variants.edit(end.part) { $0[0..., 0..., 0..., end.head] = value } }
        try variants.advance(to: layer, behind: .z)
        let own = watched.filter { if case .head(layer, _) = $0 { true } else { false } }
        guard !own.isEmpty else { return }
        let (here, there) = (variants.value(.z), try pair.corrupted.z(layer, from: pair.first))
        for case .head(_, let head) in own {
            changes[.head(layer: layer, head: head)] = try Fault.catching {
                (there[0..., 0..., head] - here[0, 0..., 0..., head]).matmul(model.W_O[layer, head])
            }
        }
    }

    /// The MLP of a layer, which may read a patched stream.
    private func mlp(_ layer: Int, _ variants: inout RunVariants, _ changes: inout [EdgeSource: Tensor]) throws {
        guard model.hasHook(actName("mlp_out", 0)) else { return try variants.advance(before: layer + 1) }
        // In the order in which the block goes on, the MLP's input stands in the stream when only its step is left.
        try variants.advanceToMLP()
        var before = variants.value(.residual)
        // Where both read the stream as it comes in, one step adds what the heads write too.
        if model.cfg.parallelAttnMLP { before = try Fault.catching { before + written(variants.value(.z), layer) } }
        if let delta = try delta(.mlp(layer: layer), changes) {
            try variants.edit(.residual) { $0 = $0 + delta }
            try variants.advance(before: layer + 1)
            try variants.edit(.residual) { $0 = $0 - delta }
        } else {
            try variants.advance(before: layer + 1)
        }
        guard watched.contains(.mlp(layer: layer)) else { return }
        let there = try pair.corrupted.mlpOut(layer, from: pair.first)
        changes[.mlp(layer: layer)] = try Fault.catching {
            there - (variants.value(.residual)[0] - before[0])
        }
    }

    /// What all heads of a layer write: z [variant, batch, position, head, d_head] to [variant, batch, position, d_model].
    private func written(_ z: Tensor, _ layer: Int) -> Tensor {
        let heads = model.cfg.nHeads * model.cfg.dHead
        return z.reshaped(z.shape.dropLast(2) + [heads]).matmul(model.W_O[layer].reshaped([heads, model.cfg.dModel]))
            + model.b_O[layer]
    }

    private func delta(_ end: EdgeEnd, _ changes: [EdgeSource: Tensor]) throws -> Tensor? {
        let own = (sources[end] ?? []).compactMap { changes[$0] }
        guard let first = own.first else { return nil }
        return try Fault.catching { own.dropFirst().reduce(first) { $0 + $1 } }
    }

    /// What the other tokens' embeddings are more than these: positions are the same in both.
    private func inputChange() throws -> Tensor {
        let (clean, corrupted) = (
            try pair.clean.residual(before: 0, from: pair.first),
            try pair.corrupted.residual(before: 0, from: pair.first)
        )
        return try Fault.catching { corrupted - clean }
    }
}
