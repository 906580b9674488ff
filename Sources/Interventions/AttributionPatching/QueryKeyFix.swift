internal import HookedTransformers
internal import Hooks
internal import SessionSafety
internal import TensorCore

/// AtP*'s scores of queries and keys at one layer: the pattern is computed exactly, and the metric is linear in it.
///
/// A query at i changes row i of the pattern alone. A key at j changes column j of the scores, by δ: of each row a, entry j
/// becomes a·e^δ / Z and the others a / Z, with Z = 1 − aⱼ + aⱼ·e^δ. Kramár et al. (2024), section 3.
struct QueryKeyFix {
    let attention: AttentionWeights
    /// The names of queries and keys as scores are made of them.
    let names: [String]
    let layer: Int
    let clean: ActivationCache
    let corrupted: ActivationCache
    /// Of the metric by the pattern: [batch, head, query position, key position]
    let gradient: Tensor

    /// The scores at one layer, as the site's axes say.
    func scores(_ site: PatchSite, _ name: String) throws -> Tensor {
        guard !site.axes.contains(3) else { throw ActivationPatchingError.splitVector(hook: name) }
        let (q, k) = (try corrupted[actName(names[0], layer)], try corrupted[actName(names[1], layer)])
        let isQuery = site.activation == "q"
        let other = try clean[actName(names[isQuery ? 0 : 1], layer)]
        let pattern = try corrupted[actName("pattern", layer)]
        let hidden = try corrupted[actName("attn_scores", layer)] .== -Double.infinity
        return try Fault.catching {
            let changed = isQuery ? score(other, k, hidden) : score(q, other, hidden)
            let all: Tensor
            if isQuery || !site.axes.contains(1) {
                // [batch, head, query position]: what all changes together do to a row.
                all = ((changed.softmax(dim: -1) - pattern) * gradient).sum(dim: -1)
            } else {
                all = byKey(pattern, Tensor.where(hidden, 0, changed - score(q, k, hidden)))
            }
            // [batch, position, head]
            let places = all.transposed(1, 2)
            let grouped = isQuery ? places : overGroups(places, keyHeads: k.shape[2])
            return grouped.sum(dim: [0, 1, 2].filter { !site.axes.contains($0) })
        }
    }

    /// What a change of each key alone does to all rows: [batch, head, key position]
    private func byKey(_ pattern: Tensor, _ shift: Tensor) -> Tensor {
        let growth = shift.clip(max: 80).exp()
        let total = 1 - pattern + pattern * growth
        let share = pattern * gradient
        let rest = share.sum(dim: -1, keepdim: true) - share
        let own = (pattern * growth / total - pattern) * gradient
        return (own + (1 / total - 1) * rest).sum(dim: -2)
    }

    /// [batch, head, query position, key position]
    private func score(_ q: Tensor, _ k: Tensor, _ hidden: Tensor) -> Tensor {
        let (heads, keyHeads) = (q.shape[2], k.shape[2])
        let keys =
            heads == keyHeads
            ? k
            : k.unsqueezed(dim: 3).expanded([k.shape[0], k.shape[1], keyHeads, heads / keyHeads, k.shape[3]])
                .reshaped([k.shape[0], k.shape[1], heads, k.shape[3]])
        var scores = einsum("b q h d, b k h d -> b h q k", q, keys) / Double(attention.scale)
        if let cap = attention.softCap { scores = (scores / Double(cap)).tanh() * Double(cap) }
        return Tensor.where(hidden, -Double.infinity, scores)
    }

    /// Summed over the heads that share a key: [batch, position, key head]
    private func overGroups(_ places: Tensor, keyHeads: Int) -> Tensor {
        let shape = places.shape
        return places.reshaped([shape[0], shape[1], keyHeads, shape[2] / keyHeads]).sum(dim: -1)
    }
}
