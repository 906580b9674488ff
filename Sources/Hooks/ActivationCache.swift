internal import NearestNames
public import TensorCore

/// The activations that a run passed by, by the name of their hook point.
///
/// ```swift
/// let (logits, cache) = try model.runWithCache(tokens)
/// let pattern = try cache["blocks.0.attn.hook_pattern"]     // [batch, head, position, position]
/// cache.byteCount                                           // what it holds in memory
/// ```
/// A cache is a value: what happens to a model or to other tensors later does not change it.
public struct ActivationCache {
    /// The names, in the order in which the activations were computed.
    public private(set) var keys: [String] = []

    private var activations: [String: Tensor] = [:]

    /// What a short name such as `z3` stands for; given by the model.
    package var expand: (@Sendable (String) -> String)?

    /// The model that the activations come from, if any.
    package var source: AnyObject?

    /// What the model keeps of the run that all of them are of, as they were and whole; nil of a cache that was put together
    /// otherwise, or when too little was recorded.
    package var run: AnyObject?

    /// A cache of `activations`, in this order: `ActivationCache([("mine", z)])`; any shapes.
    public init(_ activations: [(String, Tensor)] = []) {
        for (name, activation) in activations { record(activation, as: name) }
    }

    package init(source: AnyObject, expand: @escaping @Sendable (String) -> String) {
        self.source = source
        self.expand = expand
    }

    /// Keeps `activation` under `name`; of several under one name, the last is kept at the place of the first.
    package mutating func record(_ activation: Tensor, as name: String) {
        if activations.updateValue(activation, forKey: name) == nil { keys.append(name) }
    }

    /// The activation called `name`: a full name, or a short one as `actName` understands it.
    ///
    /// `try cache["blocks.3.attn.hook_z"]` is [batch, position, head, d_head].
    /// - Throws: ``HookError/notInCache(_:asked:nearest:)`` with the nearest names.
    public subscript(_ name: String) -> Tensor {
        get throws {
            if let activation = activations[name] { return activation }
            return try activation(at: expand?(name) ?? name, asked: name)
        }
    }

    /// The activation with the full name `name`; an error speaks of `asked`.
    package func activation(at name: String, asked: String) throws -> Tensor {
        if let activation = activations[name] { return activation }
        throw HookError.notInCache(name, asked: asked, nearest: Spelling.nearest(to: name, in: keys))
    }

    /// Whether there is an activation with the full name `name`.
    public func contains(_ name: String) -> Bool { activations[name] != nil }
}

extension ActivationCache {
    /// The number of activations.
    public var count: Int { keys.count }

    /// Whether nothing was recorded.
    public var isEmpty: Bool { keys.isEmpty }

    /// The activations, in the order of ``keys``: `cache.values[0].shape`.
    public var values: [Tensor] { keys.compactMap { activations[$0] } }

    /// The bytes of all activations; memory that two of them share is counted twice.
    public var byteCount: Int { activations.values.reduce(0) { $0 + $1.byteCount } }

    /// The same cache with the batch axis of every activation removed.
    ///
    /// ```swift
    /// let (_, cache) = try model.runWithCache("one prompt")
    /// try cache.removingBatchDim()["z", 0]                   // [position, head, d_head]
    /// ```
    /// - Throws: ``HookError/batchOfSeveral(_:)`` when there is more than one prompt in it.
    public func removingBatchDim() throws -> ActivationCache {
        var result = self
        result.run = nil
        for (name, activation) in activations {
            guard activation.shape.first == 1 else {
                throw HookError.batchOfSeveral(activation.shape.first ?? 0)
            }
            result.activations[name] = activation.reshaped(Array(activation.shape.dropFirst()))
        }
        return result
    }
}

extension ActivationCache: Sequence {
    /// Goes through names and activations in order.
    public func makeIterator() -> AnyIterator<(name: String, activation: Tensor)> {
        var index = 0
        return AnyIterator {
            guard index < keys.count, let activation = activations[keys[index]] else { return nil }
            defer { index += 1 }
            return (keys[index], activation)
        }
    }
}

extension ActivationCache: CustomStringConvertible {
    public var description: String {
        let megabytes = Double(byteCount / 100_000) / 10
        let names = keys.count > 6 ? keys.prefix(3) + ["…"] + keys.suffix(2) : keys[...]
        return "ActivationCache of \(count) activations, \(megabytes) MB: \(names.joined(separator: ", "))"
    }
}
