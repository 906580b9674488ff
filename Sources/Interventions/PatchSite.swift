internal import TensorCore

/// Which activation is patched, and along which of its axes its places lie.
///
/// ```swift
/// let neurons = PatchSite("post", axes: [2])           // one neuron at a time: [layer, neuron]
/// ```
/// The names are TransformerLens's: `get_act_patch_resid_pre` is ``residPre``.
public struct PatchSite: Sendable, Hashable {
    /// The activation's short name: `resid_pre`, `z`, `pattern`.
    public let activation: String
    /// The axes of the activation that are gone through one by one.
    let axes: [Int]
    /// Whether the grid's two axes after the layer are exchanged.
    private(set) var swapsAxes = false

    /// Places of one's own in the activation with that short name: an index on each of `axes`, everything on the others.
    ///
    /// Axes count from 0, the batch; they come in rising order. What the activation does not have is an error of the
    /// patching.
    public init(_ activation: String, axes: [Int]) { self.init(activation, axes) }

    init(_ activation: String, _ axes: [Int]) {
        self.activation = activation
        self.axes = axes
    }

    /// The length of each axis that is gone through.
    func lengths(of shape: [Int], _ name: String) throws -> [Int] {
        guard let first = axes.first, first >= 0, zip(axes, axes.dropFirst()).allSatisfy(<) else {
            throw ActivationPatchingError.badAxes(axes, hook: name, cache: shape)
        }
        guard let last = axes.last, last < shape.count else {
            throw ActivationPatchingError.tooFewAxes(hook: name, cache: shape)
        }
        return axes.map { shape[$0] }
    }

    /// The numbers of these heads' places, in row-major order.
    /// - Throws: ``SweepPartError`` where the site does not go through heads one by one, or has no such heads.
    func places(of heads: [Int], in lengths: [Int]) throws -> [Int] {
        let axis = Self.headAxes[activation]
        guard let place = axes.firstIndex(where: { $0 == axis }) else {
            throw SweepPartError.noHeads(site: "\(activation) along axes \(axes)")
        }
        let chosen = Set(try SweepShare.checked("heads", heads, lengths[place]))
        return (0..<lengths.reduce(1, *)).filter { chosen.contains(Shape.indices(of: $0, in: lengths)[place]) }
    }

    /// Which axis of an activation is that of heads.
    private static let headAxes = [
        "q": 2, "k": 2, "v": 2, "z": 2, "rot_q": 2, "rot_k": 2, "result": 2, "q_input": 2, "k_input": 2, "v_input": 2,
        "attn_in": 2, "query": 2, "key": 2, "value": 2, "pattern": 1, "attn_scores": 1, "attn": 1, "attn_logits": 1,
    ]

    /// The subscript of one place: an index on each of the axes, everything on the others.
    func indices(_ place: [Int], rank: Int) -> [TensorIndexOperation] {
        (0..<rank).map { axis in
            axes.firstIndex(of: axis).map { .pick(place[$0]) } ?? .slice(start: 0, end: nil, step: 1)
        }
    }
}

// MARK: Residual stream and layer outputs, [layer, position]

extension PatchSite {
    /// The residual stream before each layer, position by position: [layer, position].
    public static let residPre = PatchSite("resid_pre", [1])
    /// The residual stream between attention and MLP, position by position: [layer, position].
    public static let residMid = PatchSite("resid_mid", [1])
    /// What each attention layer writes, position by position: [layer, position].
    public static let attnOut = PatchSite("attn_out", [1])
    /// What each MLP writes, position by position: [layer, position].
    public static let mlpOut = PatchSite("mlp_out", [1])

    /// residPre, attnOut, mlpOut: [3, layer, position].
    public static let blockEvery: [PatchSite] = [.residPre, .attnOut, .mlpOut]
}

// MARK: Heads at each position, [layer, position, head]

extension PatchSite {
    /// The output of each head at each position: [layer, position, head].
    public static let attnHeadOutByPos = PatchSite("z", [1, 2])
    /// The query of each head at each position: [layer, position, head].
    public static let attnHeadQByPos = PatchSite("q", [1, 2])
    /// The key of each head at each position: [layer, position, head].
    public static let attnHeadKByPos = PatchSite("k", [1, 2])
    /// The value of each head at each position: [layer, position, head].
    public static let attnHeadVByPos = PatchSite("v", [1, 2])

    /// A row of the attention pattern: [layer, head, query position].
    public static let attnHeadPatternByPos = PatchSite("pattern", [1, 2])

    /// One cell of the attention pattern: [layer, head, query position, key position].
    public static let attnHeadPatternDestSrcPos = PatchSite("pattern", [1, 2, 3])

    /// Output, query, key, value, pattern row: [5, layer, position, head].
    public static let attnHeadByPosEvery: [PatchSite] = {
        var pattern = attnHeadPatternByPos
        pattern.swapsAxes = true
        return [.attnHeadOutByPos, .attnHeadQByPos, .attnHeadKByPos, .attnHeadVByPos, pattern]
    }()
}

// MARK: Heads at all positions at once, [layer, head]

extension PatchSite {
    /// The output of each head: [layer, head].
    public static let attnHeadOutAllPos = PatchSite("z", [2])
    /// The queries of each head: [layer, head].
    public static let attnHeadQAllPos = PatchSite("q", [2])
    /// The keys of each head: [layer, head].
    public static let attnHeadKAllPos = PatchSite("k", [2])
    /// The values of each head: [layer, head].
    public static let attnHeadVAllPos = PatchSite("v", [2])
    /// The attention pattern of each head: [layer, head].
    public static let attnHeadPatternAllPos = PatchSite("pattern", [1])

    /// Output, query, key, value, pattern: [5, layer, head].
    public static let attnHeadAllPosEvery: [PatchSite] = [
        .attnHeadOutAllPos, .attnHeadQAllPos, .attnHeadKAllPos, .attnHeadVAllPos, .attnHeadPatternAllPos,
    ]
}
