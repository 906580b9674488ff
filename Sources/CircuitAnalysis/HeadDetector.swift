public import HookedTransformers
public import Hooks
internal import SessionSafety
public import TensorCore

/// How far a head's attention is from a pattern.
public enum HeadErrorMeasure: Sendable {
    /// The share of the attention that lies on the pattern: Σ(A∘P) / ΣA.
    case mul
    /// 1 − Σ|A − P| / positions, rounded to three decimals as TransformerLens rounds it.
    case abs
}

/// Scores every head by how well its attention fits a pattern, as TransformerLens's head detector does.
///
/// ```swift
/// let scores = try detectHead(model, "one two three one two three", .inductionHead)      // [layer, head]
/// ```
/// Text gets a BOS; token ids are scored as they are. Several texts are scored one by one, each at its own length, and
/// the mean is given (TransformerLens drops the options for a list; here they hold).
/// - Parameters:
///   - heads: the (layer, head) pairs to score; the others get −1. All when nil.
///   - cache: a run of the same tokens, BOS included, that holds the attention patterns; nothing is run then. It may lack
///     its batch axis where there is one text, and stays as it is.
///   - excludeBOS: leaves attention to position 0 out.
///   - excludeCurrentToken: leaves a position's attention to itself out.
/// - Throws: ``HeadDetectorError``; `ModelError` for a head that the model does not have; what a run of the model throws.
public func detectHead(
    _ model: HookedTransformer, _ input: any ModelInput, _ pattern: HeadPattern, heads: [(Int, Int)]? = nil,
    cache: ActivationCache? = nil, excludeBOS: Bool = false, excludeCurrentToken: Bool = false,
    errorMeasure: HeadErrorMeasure = .mul
) throws -> Tensor {
    let detector = HeadDetector(
        model: model, pattern: pattern, excludeBOS: excludeBOS, excludeCurrentToken: excludeCurrentToken,
        measure: errorMeasure)
    let rows = try detector.rows(of: input)
    var total = [Float](repeating: 0, count: model.cfg.nLayers * model.cfg.nHeads)
    for batch in try cache == nil ? detector.batches(of: rows) : [rows] {
        for scores in try detector.scores(batch, cache) {
            for (index, score) in scores.enumerated() { total[index] += score / Float(rows.count) }
        }
    }
    if let heads { total = try detector.keeping(heads, of: total) }
    return Tensor(total, shape: [model.cfg.nLayers, model.cfg.nHeads])
}

/// The work of one call of ``detectHead(_:_:_:heads:cache:excludeBOS:excludeCurrentToken:errorMeasure:)``.
private struct HeadDetector {
    let model: HookedTransformer
    let pattern: HeadPattern
    let excludeBOS: Bool
    let excludeCurrentToken: Bool
    let measure: HeadErrorMeasure

    /// The token ids of each text, none longer than the model takes: a pattern grows with the square of it.
    func rows(of input: any ModelInput) throws -> [[Int]] {
        let rows = try model.tokenRows(input, prependBOS: true)
        for row in rows { try model.cfg.checkLength(row.count) }
        return rows
    }

    /// Neighbours of one length together, which a run goes through faster than one by one.
    func batches(of rows: [[Int]]) throws -> [[[Int]]] {
        var batches: [[[Int]]] = []
        for row in rows {
            guard row.count > 1 else { throw HeadDetectorError.tooFewTokens(row.count) }
            let last = batches.last ?? []
            let fits = last.first?.count == row.count && (last.count + 1) * row.count <= Self.mostTokens
            if fits {
                batches[batches.count - 1].append(row)
            } else {
                batches.append([row])
            }
        }
        return batches
    }

    /// More in one run would take more memory, and no less time.
    private static let mostTokens = 512

    /// The score of each head on each text, layer by layer.
    func scores(_ rows: [[Int]], _ cache: ActivationCache?) throws -> [[Float]] {
        let wanted = try rows.map(pattern.matrix)
        var found = rows.map { _ in [Float]() }
        try forEachPattern(rows, cache) { attention in
            for row in rows.indices { found[row] += try scores(attention, row, wanted[row]) }
        }
        return found
    }

    /// Gives `body` each layer's attention [batch, head, position, position], from the cache where there is one.
    private func forEachPattern(
        _ rows: [[Int]], _ cache: ActivationCache?, _ body: (Tensor) throws -> Void
    ) throws {
        guard let cache else { return try model.forEachAttentionPattern(rows, body) }
        let lengths = rows.map(\.count)
        guard let size = lengths.first, lengths.allSatisfy({ $0 == size }) else {
            throw HeadDetectorError.textsOfUnequalLengths(lengths)
        }
        guard size > 1 else { throw HeadDetectorError.tooFewTokens(size) }
        let expected = [rows.count, model.cfg.nHeads, size, size]
        for layer in 0..<model.cfg.nLayers {
            let name = actName("pattern", layer)
            let kept = try cache[name]
            let attention = kept.ndim == 3 && rows.count == 1 ? kept.unsqueezed(dim: 0) : kept
            guard attention.shape == expected else {
                throw HeadDetectorError.wrongCacheShape(hook: name, expected: expected, found: kept.shape)
            }
            try body(attention)
        }
    }

    /// One text's scores by one layer's attention [batch, head, position, position].
    private func scores(_ attention: Tensor, _ row: Int, _ wanted: Tensor) throws -> [Float] {
        let (heads, size) = (model.cfg.nHeads, wanted.shape[0])
        return try attention.withUnsafeFloats { attention in
            try wanted.withUnsafeFloats { wanted in
                try (0..<heads).map { try score(attention, from: (row * heads + $0) * size * size, wanted, size) }
            }
        }
    }

    private func score(
        _ attention: UnsafeBufferPointer<Float>, from start: Int, _ wanted: UnsafeBufferPointer<Float>, _ size: Int
    ) throws -> Float {
        var (onPattern, all, error) = (0.0, 0.0, 0.0)
        let looksAhead = model.cfg.attentionDir != .causal
        for query in 0..<size {
            if query & 0xFF == 0 { try Interruption.check() }
            for key in 0...(looksAhead ? size - 1 : query)
            where !(excludeBOS && key == 0) && !(excludeCurrentToken && key == query) {
                let a = Double(attention[start + query * size + key])
                let p = Double(wanted[query * size + key])
                onPattern += a * p
                all += a
                error += Swift.abs(a - p)
            }
        }
        switch measure {
        case .mul: return all == 0 ? 0 : Float(onPattern / all)
        case .abs: return 1 - Float((error / Double(size) * 1000).rounded(.toNearestOrEven) / 1000)
        }
    }

    /// `scores` with −1 for every head that was not asked for.
    func keeping(_ heads: [(Int, Int)], of scores: [Float]) throws -> [Float] {
        var kept = [Float](repeating: -1, count: scores.count)
        for (layer, head) in heads {
            try model.checkHead(layer, head)
            kept[layer * model.cfg.nHeads + head] = scores[layer * model.cfg.nHeads + head]
        }
        return kept
    }
}
