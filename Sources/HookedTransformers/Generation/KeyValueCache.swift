internal import TensorCore

/// The keys and values of the tokens that a model has read, so that what follows costs only its own tokens.
///
/// ```swift
/// var past = KeyValueCache()
/// _ = try model("The cat sat on", pastKVCache: &past)
/// let logits = try model(" the", pastKVCache: &past)         // [batch, 1, d_vocab], as if after the whole text
/// let other = past                                           // a copy goes on by itself: read once, used often
/// ```
/// A value: nothing that is read through one copy changes another.
public struct KeyValueCache {
    /// The number of prompts; 0 while nothing was read.
    public private(set) var batch = 0
    /// The number of positions that were read, padding included.
    public private(set) var count = 0

    /// One per layer, [batch, capacity, key/value head, d_head] each; the first `count` positions are filled.
    private var keys: [Tensor] = []
    private var values: [Tensor] = []
    /// Which positions are no padding, prompt by prompt; nil when all are.
    private(set) var mask: [[Bool]]?
    private(set) var capacity = 0
    private var model: ObjectIdentifier?

    /// A cache of nothing.
    public init() {}

    /// Whether nothing was read.
    public var isEmpty: Bool { count == 0 }

    /// The bytes that it holds.
    public var byteCount: Int { (keys + values).reduce(0) { $0 + $1.byteCount } }
}

extension KeyValueCache: CustomStringConvertible {
    /// What it holds, in a line.
    public var description: String { "KeyValueCache of \(count) positions of \(batch) prompts, \(byteCount) bytes" }
}

extension KeyValueCache {
    /// Makes room for the tokens of `new`, and takes them as read.
    ///
    /// - Throws: ``ModelError`` when the cache is another model's or of another batch, or when the tokens get too many.
    mutating func append(_ new: TokenBatch, for model: HookedTransformer) throws {
        if isEmpty { (self.model, batch) = (ObjectIdentifier(model), new.rows) }
        guard self.model == ObjectIdentifier(model), isEmpty || hasShape(of: model.cfg) else {
            throw ModelError.cacheOfAnotherModel
        }
        guard batch == new.rows else {
            throw ModelError.cacheOfOtherPrompts(cached: batch, given: new.rows)
        }
        let total = count + new.positions
        try model.cfg.checkLength(total)
        try reserve(total, model.cfg)
        if let fresh = new.mask ?? (mask == nil ? nil : [Bool](repeating: true, count: new.ids.count)) {
            let old = mask ?? [[Bool]](repeating: [Bool](repeating: true, count: count), count: batch)
            mask = old.indices.map { old[$0] + fresh[($0 * new.positions)..<(($0 + 1) * new.positions)] }
        }
        count = total
    }

    /// Takes the tokens from a position on as not read.
    mutating func forget(from position: Int) {
        if position == 0 { return self = KeyValueCache() }
        mask = mask?.map { Array($0.prefix(position)) }
        count = position
    }

    /// What is attended to at `layer`, the tokens that were filled in last among it.
    func vectors(_ layer: Int) -> PastVectors { PastVectors(k: keys[layer], v: values[layer], holdsAll: true) }

    /// Writes the keys and values of `tokens`, which were taken as read, at `layer`.
    mutating func fill(_ layer: Int, k: Tensor, v: Tensor, of tokens: PassTokens) throws {
        try Self.copy(k, of: tokens, to: &keys[layer], capacity)
        try Self.copy(v, of: tokens, to: &values[layer], capacity)
    }

    // Not the cache's own function: it would be a second owner of what it changes, which would be copied first.
    private static func copy(
        _ new: Tensor, of tokens: PassTokens, to cached: inout Tensor, _ capacity: Int
    ) throws {
        let width = new.count / tokens.count
        try new.reading { source in
            try cached.editing { target in
                for span in tokens.spans {
                    (target + (span.row * capacity + span.first) * width)
                        .update(from: source + span.offset * width, count: span.count * width)
                }
            }
        }
    }

    /// Whether the layers and heads are those of `cfg`: a new model may live where an old one did.
    private func hasShape(of cfg: HookedTransformerConfig) -> Bool {
        keys.count == cfg.nLayers && keys.allSatisfy { $0.shape == [batch, capacity, cfg.shownKeyHeads, cfg.dHead] }
    }

    /// Grows by half at least, so that reading token by token stays cheap.
    private mutating func reserve(_ needed: Int, _ cfg: HookedTransformerConfig) throws {
        guard needed > capacity else { return }
        let grown = min(cfg.nCtx, max(needed, capacity + capacity / 2, 32))
        let axes = [cfg.shownKeyHeads, cfg.dHead]
        if keys.isEmpty {
            (keys, values) = (
                Array(repeating: Tensor(), count: cfg.nLayers), Array(repeating: Tensor(), count: cfg.nLayers)
            )
        }
        for layer in 0..<cfg.nLayers {
            keys[layer] = try moved(keys[layer], to: grown, axes)
            values[layer] = try moved(values[layer], to: grown, axes)
        }
        capacity = grown
    }

    private func moved(_ old: Tensor, to grown: Int, _ axes: [Int]) throws -> Tensor {
        let width = axes.reduce(1, *)
        return try Tensor.making([batch, grown] + axes) { out in
            guard count > 0 else { return out.update(repeating: 0, count: batch * grown * width) }
            try old.reading { old in
                for row in 0..<batch {
                    let target = out + row * grown * width
                    target.update(from: old + row * capacity * width, count: count * width)
                    (target + count * width).update(repeating: 0, count: (grown - count) * width)
                }
            }
        }
    }
}
