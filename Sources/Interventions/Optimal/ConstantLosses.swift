internal import Datasets
internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// What constants in the place of heads and MLPs lose on some prompts, and the gradients of that.
///
/// Only what lies behind a component is computed, forwards and backwards: rows from the first replaced position on, of the
/// layers above. Components of one layer are variants of one pass, and the cores share the passes.
struct ConstantLosses {
    /// A constant in the place of one component.
    struct Variant {
        let component: AblatedComponent
        /// [slot, width]
        let values: [Float]
    }

    /// What was found of a variant.
    struct Found {
        /// For each prompt.
        var losses: [Float] = []
        /// Of their sum, [slot, width]; empty where none was asked for.
        var gradient: [Double] = []
    }

    let model: HookedTransformer
    let span: AblatedSpan
    let slots: Int

    /// The numbers of a constant at one place.
    func width(_ component: AblatedComponent) -> Int { component.head == nil ? model.cfg.dModel : model.cfg.dHead }

    /// The divergence of each variant from the whole model, in the order of `variants`, and its gradient.
    func divergences(_ variants: [Variant], _ prompts: FittingPrompts) throws -> [Found] {
        var all = variants.map { _ in Found() }
        try prompts.forEach { base, scores in
            let parts = try forEachGroup(variants, base) { group in
                try run(group.map { variants[$0] }, base, isRecorded: true) { _, end in
                    try scores.recordedDivergences(end)
                }
            }
            for (index, part) in parts {
                try Interruption.check()
                all[index].losses += part.losses
                let gradient = summed(part.gradient, prompts: base.rows)
                if all[index].gradient.isEmpty {
                    all[index].gradient = gradient
                } else {
                    for i in gradient.indices { all[index].gradient[i] += gradient[i] }
                }
            }
        }
        return all
    }

    /// So many constants are measured between two moments at which a stop loses nothing: enough to keep all cores busy.
    func chunk(_ prompts: Int) -> Int { max(8, 2048 / max(1, prompts * span.length)) }

    /// Measures what is left of a pass; `isMeasured` hears of every chunk.
    func goOn(_ pass: inout LossPass, _ prompts: FittingPrompts, _ isMeasured: () -> Void) throws {
        let variants = pass.starts.map(\.variant)
        try prompts.forEach(from: pass.part) { base, scores in
            while pass.next < variants.count {
                let own = Array(variants[pass.next...].prefix(chunk(base.rows)))
                let parts = try forEachGroup(own, base) { group in
                    try run(group.map { own[$0] }, base, isRecorded: false) { _, end in
                        try scores.recordedDivergences(end)
                    }
                }
                for (index, part) in parts { pass.found[pass.next + index].losses += part.losses }
                pass.next += own.count
                isMeasured()
            }
            (pass.part, pass.next) = (pass.part + 1, 0)
        }
    }

    private func summed(_ gradient: [Float], prompts: Int) -> [Double] {
        let width = gradient.count / max(1, prompts)
        var sum = [Double](repeating: 0, count: width)
        for prompt in 0..<(width == 0 ? 0 : prompts) {
            for i in 0..<width { sum[i] += Double(gradient[prompt * width + i]) }
        }
        return sum
    }
}

// MARK: Passes

extension ConstantLosses {
    /// What a pass leaves of a variant.
    struct Part: Sendable {
        /// For each prompt.
        var losses: [Float]
        /// For each prompt [prompt, slot, width].
        var gradient: [Float]
    }

    /// What a gradient needs of a core's tokens takes about so many bytes at most, unless the prompts of one part take more.
    static let mostBytes = 240 << 20

    /// So many tokens keep a core's products fast; fewer where a gradient would need too much of them.
    private func tokensEach(behind layer: Int) -> Int {
        let bytes = (model.cfg.nLayers - layer) * Self.bytesEach(model.cfg)
        return max(32, min(256, Self.mostBytes / max(1, bytes)))
    }

    /// What a gradient needs of a token in a layer, about.
    static func bytesEach(_ cfg: HookedTransformerConfig) -> Int {
        (16 * cfg.dModel + 2 * cfg.dMLP) * MemoryLayout<Float>.stride
    }

    /// Runs variants in groups of one layer's, shared between the cores: the index of each variant with what its group's pass left.
    func forEachGroup(
        _ variants: [Variant], _ base: VariantsBase, _ body: ([Int]) throws -> [Part]
    ) throws -> [(index: Int, part: Part)] {
        let groups = grouped(variants, tokens: base.rows * span.length)
        func all() throws -> [[Part]] { try onAllCores(groups.count) { number in try body(groups[number]) } }
        let parts = try groups.count > 1 ? MatrixProduct.withoutOwnThreads { try all() } : all()
        return zip(groups, parts).flatMap { group, parts in zip(group, parts).map { ($0, $1) } }
    }

    private func grouped(_ variants: [Variant], tokens: Int) -> [[Int]] {
        let most = (variants.count + 1) / 2
        let order = variants.indices.sorted { place(variants[$0]) < place(variants[$1]) }
        var groups: [[Int]] = []
        for index in order {
            let each = max(1, min(tokensEach(behind: variants[index].component.layer) / max(1, tokens), most))
            if let last = groups.last, last.count < each, place(variants[last[0]]) == place(variants[index]) {
                groups[groups.count - 1].append(index)
            } else {
                groups.append([index])
            }
        }
        return groups
    }

    /// The earliest first: those take longest.
    private func place(_ variant: Variant) -> Int {
        2 * variant.component.layer + (variant.component.head == nil ? 1 : 0)
    }

    /// Carries variants of one layer to the end, and back from the sum of what `goal` makes of their ends [variant, batch, d_model].
    func run(
        _ variants: [Variant], _ base: VariantsBase, isRecorded: Bool,
        _ goal: (_ variants: [Variant], _ end: Tensor) throws -> (sum: Tensor, each: [[Float]])
    ) throws -> [Part] {
        let tape = GradientTape()
        defer { tape.close() }
        let width = width(variants[0].component)
        // A copy for each prompt, so that every prompt's own gradient is there.
        let values = variants.flatMap { variant in (0..<base.rows).flatMap { _ in variant.values } }
        var constants = try Fault.catching { Tensor(values, shape: [variants.count, base.rows, slots, width]) }
        if isRecorded { constants = try tape.leaf(constants) }
        let end = try placed(constants, variants, base).recordedEnd()
        let (sum, each) = try goal(variants, end)
        guard isRecorded else { return each.map { Part(losses: $0, gradient: []) } }
        try tape.goBack(from: sum)
        let gradient = try tape.neededGradient(of: constants).floats()
        let size = base.rows * slots * width
        return each.enumerated().map { variant, losses in
            Part(losses: losses, gradient: Array(gradient[(variant * size)..<((variant + 1) * size)]))
        }
    }

    /// Variants in which the components' outputs are `constants` [variant, batch, slot, width].
    private func placed(_ constants: Tensor, _ variants: [Variant], _ base: VariantsBase) throws -> RunVariants {
        var run = try base.variants(variants.count, from: span.first)
        let layer = variants[0].component.layer
        if variants[0].component.head == nil {
            let without = try base.withoutMLP(layer, from: span.first)
            try run.stand(before: layer + 1)
            try run.edit(.residual) { residual in
                residual = try put(constants, into: residual, at: { _ in [] }, adding: without[0..., 0..<span.count])
            }
        } else {
            try run.stand(at: layer, behind: .z)
            try run.edit(.z) { z in
                z = try put(constants, into: z, at: { [.pick(variants[$0].component.head ?? 0)] }, adding: nil)
            }
        }
        return run
    }

    /// `all` [variant, batch, position, …] with each variant's constants, and what is added to them, at the replaced positions.
    private func put(
        _ constants: Tensor, into all: Tensor, at inner: (Int) -> [TensorIndexOperation], adding: Tensor?
    ) throws -> Tensor {
        let count = all.shape[0]
        let places = (0..<count).map { variant in
            [.pick(variant), .slice(start: 0, end: nil, step: 1), .slice(start: 0, end: span.count, step: 1)]
                + inner(variant)
        }
        let compute = { (inputs: [Tensor]) in
            var result = all
            for variant in 0..<count {
                result[indices: places[variant]] = adding.map { $0 + inputs[0][variant] } ?? inputs[0][variant]
            }
            return result
        }
        return try Tensor.differentiated("constants", [constants], compute) { _, _ in
            [
                { g in
                    let own = Tensor.stack(places.map { g[indices: $0] })
                    return slots == 1 ? own.sum(dim: 2, keepdim: true) : own
                }
            ]
        }
    }
}
