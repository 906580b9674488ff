internal import Datasets
internal import HookedTransformers
internal import Hooks
internal import SessionSafety
internal import TensorCore

/// What each method puts in the place of heads' and MLPs' outputs.
struct Replacements {
    let model: HookedTransformer
    let span: AblatedSpan
    let kinds: [AblationKind]
    let means: AblationMeans?
    let constants: ActivationCache?
    let foldedZero: Tensor?
    /// What is to be said of constants that were fitted here.
    let notes: [String]

    /// - Parameters:
    ///   - constants: what ``AblationKind/optimal`` puts in; fitted on the training prompts where none are given.
    ///   - components: the components that are replaced, or only some of them.
    ///   - known: the training prompts' means, where somebody has them.
    init(
        _ model: HookedTransformer, _ train: PromptDataset, _ span: AblatedSpan, _ kinds: [AblationKind],
        _ constants: ActivationCache?, _ components: AblatedComponents, seed: Int = 0, only: [AblatedComponent]? = nil,
        means known: AblationMeans? = nil
    ) throws {
        (self.model, self.span, self.kinds) = (model, span, kinds)
        let mlps = components != .heads
        if kinds.contains(.optimal) {
            let position: FittedPosition = span.count == 1 ? .index(span.first) : .all
            let fitted =
                try constants == nil
                ? model.optimalAblation(
                    train, components: components, position: position, only: only?.map(\.label), seed: seed) : nil
            (self.constants, notes) = (constants ?? fitted?.constants, fitted?.warnings ?? [])
        } else {
            (self.constants, notes) = (nil, [])
        }
        let needsMeans = kinds.contains(.mean) || kinds.contains(.meanPerPosition)
        means = needsMeans ? try known ?? AblationMeans(model, train, span, mlps: mlps) : nil
        foldedZero = kinds.contains(.zeroFolded) ? try Fault.catching { try model.foldedZero() } : nil
        if kinds.contains(.optimal) { try checkConstants(only ?? AblatedComponent.all(components, model)) }
    }

    private func checkConstants(_ places: [AblatedComponent]) throws {
        for layer in 0..<model.cfg.nLayers {
            let own = places.filter { $0.layer == layer }
            if own.contains(where: { $0.head != nil }) { _ = try heads(.optimal, layer, [:]) }
            if own.contains(where: { $0.head == nil }) { _ = try mlp(.optimal, layer, [:]) }
        }
    }

    /// The kinds without those that are the same as an earlier one here, and which one each is the same as.
    var different: (kinds: [AblationKind], places: [Int]) {
        var (kept, places): ([AblationKind], [Int]) = ([], [])
        for kind in self.kinds {
            let same = kept.firstIndex { isSame($0, kind) }
            places.append(same ?? kept.count)
            if same == nil { kept.append(kind) }
        }
        return (kept, places)
    }

    private func isSame(_ a: AblationKind, _ b: AblationKind) -> Bool {
        if Set([a, b]) == [.mean, .meanPerPosition] { return span.count == 1 }
        guard Set([a, b]) == [.zero, .zeroFolded] else { return false }
        return foldedZero?.toArray().allSatisfy { $0 == 0 } ?? false
    }

    /// For one part of the prompts, where replacements that depend on the prompt come from.
    func sources(_ data: PromptDataset, _ corrupted: [AblationKind: PromptDataset], _ range: Range<Int>) throws
        -> [AblationKind: VariantsBase]
    {
        var sources: [AblationKind: VariantsBase] = [:]
        for kind in kinds {
            guard let other = corrupted[kind] else { continue }
            sources[kind] = try model.variantsBase(other[range].tokens)
        }
        return sources
    }

    /// What stands in the place of all heads of a layer, broadcasting to [batch, position, head, d_head].
    func heads(_ kind: AblationKind, _ layer: Int, _ sources: [AblationKind: VariantsBase]) throws -> Tensor {
        try Fault.catching {
            switch kind {
            case .zero: Tensor.zeros([model.cfg.nHeads, model.cfg.dHead])
            case .zeroFolded: foldedZero.map { $0[layer] } ?? Tensor(0.0)
            case .mean: means.map { $0.heads[layer].mean(dim: 0) } ?? Tensor(0.0)
            case .meanPerPosition: means.map { $0.heads[layer] } ?? Tensor(0.0)
            case .resample, .counterfactual:
                try sources[kind].map { try $0.z(layer, from: span.first)[0..., 0..<span.count] } ?? Tensor(0.0)
            case .optimal: try constant("z", layer, [model.cfg.nHeads, model.cfg.dHead])
            }
        }
    }

    /// What stands in the place of what an MLP writes, broadcasting to [batch, position, d_model].
    func mlp(_ kind: AblationKind, _ layer: Int, _ sources: [AblationKind: VariantsBase]) throws -> Tensor {
        try Fault.catching {
            switch kind {
            case .zero, .zeroFolded: Tensor.zeros([model.cfg.dModel])
            case .mean: means.map { $0.mlps[layer].mean(dim: 0) } ?? Tensor(0.0)
            case .meanPerPosition: means.map { $0.mlps[layer] } ?? Tensor(0.0)
            case .resample, .counterfactual:
                try sources[kind].map { try $0.mlpOut(layer, from: span.first)[0..., 0..<span.count] } ?? Tensor(0.0)
            case .optimal: try constant("mlp_out", layer, [model.cfg.dModel])
            }
        }
    }

    private func constant(_ short: String, _ layer: Int, _ shape: [Int]) throws -> Tensor {
        let name = actName(short, layer)
        guard let constants, constants.contains(name) else { throw AblationPanelError.noConstant(hook: name) }
        let values = try constants[name]
        guard values.shape == shape || values.shape == [span.count] + shape else {
            throw AblationPanelError.constantShape(hook: name, found: values.shape, expected: shape)
        }
        return values
    }
}
