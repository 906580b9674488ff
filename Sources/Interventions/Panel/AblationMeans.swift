internal import Datasets
internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// The mean outputs of all heads and MLPs over prompts, for each position of a span.
struct AblationMeans {
    /// For each layer [position, head, d_head].
    private(set) var heads: [Tensor] = []
    /// For each layer [position, d_model]; none without MLPs.
    private(set) var mlps: [Tensor] = []

    init(_ model: HookedTransformer, _ data: PromptDataset, _ span: AblatedSpan, mlps wantsMLPs: Bool) throws {
        let chunks = PromptChunks(model, data)
        // A bar where there is something to wait for.
        let work = chunks.count < 8 ? nil : LongWork("Means", total: data.count)
        defer { work?.finish() }
        try chunks.forEach { chunk, _ in
            defer { work?.advance(by: chunk.count) }
            let base = try model.variantsBase(chunk.tokens)
            for layer in 0..<model.cfg.nLayers {
                try Self.add(base.z(layer, from: span.first), span, to: &heads, layer)
                if wantsMLPs { try Self.add(base.mlpOut(layer, from: span.first), span, to: &mlps, layer) }
            }
        }
        try Fault.catching {
            heads = heads.map { $0 / Double(data.count) }
            mlps = mlps.map { $0 / Double(data.count) }
        }
    }

    /// A component's mean for each of so many slots, one of them standing for all positions: [slot, width]
    func values(_ component: AblatedComponent, slots: Int) throws -> [Float] {
        try Fault.catching {
            if let head = component.head { return try headValues(component.layer, slots: slots)[0..., head].floats() }
            return try mlpValues(component.layer, slots: slots)?.floats() ?? []
        }
    }

    /// [slot, head, d_head]
    func headValues(_ layer: Int, slots: Int) throws -> Tensor { try slotted(heads[layer], slots) }

    /// [slot, d_model]; nil without MLPs.
    func mlpValues(_ layer: Int, slots: Int) throws -> Tensor? {
        layer < mlps.count ? try slotted(mlps[layer], slots) : nil
    }

    private func slotted(_ means: Tensor, _ slots: Int) throws -> Tensor {
        try Fault.catching { slots == 1 ? means.mean(dim: 0, keepdim: true) : means }
    }

    private static func add(_ values: Tensor, _ span: AblatedSpan, to sums: inout [Tensor], _ layer: Int) throws {
        try Fault.catching {
            let sum = values[0..., 0..<span.count].sum(dim: 0)
            if layer < sums.count { sums[layer] = sums[layer] + sum } else { sums.append(sum) }
        }
    }
}

/// The prompts of a dataset in parts, so that what is kept of a run fits.
struct PromptChunks {
    private let data: PromptDataset
    /// How many prompts a part has; the last one may have fewer.
    let size: Int

    init(_ model: HookedTransformer, _ data: PromptDataset) {
        (self.data, size) = (data, model.variantsChunk(positions: data.length))
    }

    /// Parts for which a base takes about so many bytes at most, equally long.
    init(_ model: HookedTransformer, _ data: PromptDataset, bytes: Int) {
        let most = model.variantsChunk(positions: data.length, bytes: bytes)
        let parts = (data.count + most - 1) / most
        (self.data, size) = (data, (data.count + parts - 1) / parts)
    }

    /// How many there are.
    var count: Int { (data.count + size - 1) / size }

    /// Gives `body` one part after the other, and the number of its first prompt, but for so many parts that are done.
    func forEach(from first: Int = 0, _ body: (PromptDataset, Int) throws -> Void) throws {
        for start in stride(from: first * size, to: data.count, by: size) {
            try Interruption.check()
            try body(data[start..<min(data.count, start + size)], start)
        }
    }
}
