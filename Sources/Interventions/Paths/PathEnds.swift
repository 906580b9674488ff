internal import HookedTransformers

/// What of a layer a path or an edge ends in: some heads' queries, keys or values.
struct PathEnds {
    struct End: Hashable {
        var part: BlockValue
        var head: Int
    }

    /// By layer.
    private(set) var byLayer: [Int: [End]] = [:]
    /// Whether the logits are meant.
    private(set) var isLogits = false

    /// The layers in which something is read, in their order.
    var layers: [Int] { byLayer.keys.sorted() }

    /// - Throws: ``PathError``.
    init(_ receivers: [PathReceiver], _ model: HookedTransformer) throws {
        guard !receivers.isEmpty else { throw PathError.badReceivers }
        if receivers.contains(.logits) {
            guard receivers.count == 1 else { throw PathError.badReceivers }
            isLogits = true
            return
        }
        for receiver in receivers {
            switch receiver {
            case .q(let layer, let head): try add(layer, .q, head, model)
            case .k(let layer, let head): try add(layer, .k, head, model)
            case .v(let layer, let head): try add(layer, .v, head, model)
            case .logits: break
            }
        }
    }

    private mutating func add(_ layer: Int, _ part: BlockValue, _ head: Int, _ model: HookedTransformer) throws {
        let heads = part == .q ? model.cfg.nHeads : model.cfg.keyHeads
        guard (0..<model.cfg.nLayers).contains(layer), (0..<heads).contains(head) else {
            throw PathError.noHead(".\(part)(\(layer), \(head))", layers: model.cfg.nLayers, heads: heads)
        }
        let end = End(part: part, head: head)
        if byLayer[layer]?.contains(end) != true { byLayer[layer, default: []].append(end) }
    }
}
