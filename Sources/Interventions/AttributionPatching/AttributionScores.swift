internal import HookedTransformers
internal import Hooks
internal import SessionSafety
public import TensorCore

/// What attribution patching estimates for every place of some sites.
///
/// ```swift
/// let scores = try attributionPatch(model, corruptedTokens, cleanCache, site: .attnHeadOutAllPos, metric: metric)
/// scores.values                     // [layer, head]
/// let check = try scores.verified(top: 20, random: 50)
/// print(check)
/// ```
public struct AttributionScores {
    /// The metric after patching each place, less what it is on the corrupted run: [layer, position], [layer, head], … as the
    /// site's axes say; [site, …] of several sites: `scores.values[9, 6]`.
    public let values: Tensor
    /// The metric on the corrupted run, a number: `scores.corrupted + scores.values`.
    public let corrupted: Tensor
    /// With `gradDrop`, the estimates without each layer's gradient: [layer, …]. What ``values`` is the mean size of:
    /// `scores.dropped`.
    public let dropped: Tensor?
    /// Where was patched.
    public let sites: [PatchSite]

    private let isList: Bool
    private let run: AttributedRun

    init(values: Tensor, corrupted: Tensor, dropped: Tensor?, sites: [PatchSite], isList: Bool, run: AttributedRun) {
        (self.values, self.corrupted, self.dropped) = (values, corrupted, dropped)
        (self.sites, self.isList, self.run) = (sites, isList, run)
    }

    /// Those of one site without the axis of sites.
    func ofOnlySite() throws -> AttributionScores {
        try Fault.catching {
            AttributionScores(
                values: values[0], corrupted: corrupted, dropped: dropped?[0..., 0], sites: sites, isList: false,
                run: run)
        }
    }
}

extension AttributionScores {
    /// Really patches the places with the largest estimates and some others, and compares.
    ///
    /// ```swift
    /// let check = try scores.verified(top: 20, random: 50)
    /// check.pearson                     // of estimates and what patching gives
    /// ```
    /// - Parameters:
    ///   - top: how many places, by the estimate's size.
    ///   - random: how many of the others, drawn with `seed`.
    /// - Throws: what a run or the metric throws.
    public func verified(top: Int = 20, random: Int = 50, seed: Int = 0) throws -> AttributionCheck {
        let estimates = try values.floats()
        let bySize = try Array(estimates.indices).sortedWithLooks {
            (abs(estimates[$0]), $1) > (abs(estimates[$1]), $0)
        }
        let first = Array(bySize.prefix(max(0, top)))
        var generator = RandomGenerator(seed: UInt64(bitPattern: Int64(seed)))
        let rest = Array(bySize.dropFirst(first.count))
        let order = Tensor.randperm(rest.count, using: &generator).toIntArray()
        let places = first + order.prefix(max(0, random)).map { rest[$0] }
        let patched = try places.isEmpty ? [] : effects(at: places)
        return AttributionCheck(
            places: try places.map { try name(of: $0) }, estimates: places.map { Double(estimates[$0]) },
            patched: patched,
            topCount: first.count, untestedCount: estimates.count - places.count)
    }

    /// The metric after patching each of the places, less what it was.
    private func effects(at places: [Int]) throws -> [Double] {
        let base = corrupted.item()
        var found: [Double] = []
        let variants = try places.map { [try hook(at: $0)] }
        try run.model.runVariants(
            run.tokens, variants, prependBOS: run.prependBOS, paddingSide: run.paddingSide,
            attentionMask: run.attentionMask
        ) { _, logits in
            let value = try Fault.catching { try run.metric(logits).item() }
            found.append(value - base)
        }
        return found
    }

    /// The site of a place, its layer, and its index on each of the site's axes.
    private func place(_ number: Int) -> (site: PatchSite, layer: Int, indices: [Int]) {
        var index = Shape.indices(of: number, in: values.shape)
        let site = sites[isList ? index.removeFirst() : 0]
        let layer = index.removeFirst()
        if site.swapsAxes { index.swapAt(0, 1) }
        return (site, layer, index)
    }

    private func name(of number: Int) throws -> String {
        let (site, layer, indices) = place(number)
        return "\(actName(site.activation, layer))\(indices)"
    }

    private func hook(at number: Int) throws -> Hook {
        let (site, layer, indices) = place(number)
        let name = actName(site.activation, layer)
        let clean = try run.clean[name]
        return Hook(name) { activation, _ in
            let places = site.indices(indices, rank: clean.ndim)
            activation[indices: places] = clean[indices: places]
        }
    }
}
