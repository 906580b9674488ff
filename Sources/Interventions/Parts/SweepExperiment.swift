internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// What parts of one sweep have in common: whoever has another model, other prompts or another metric is no part of it.
struct SweepExperiment: Sendable {
    /// What has to be the same, letter for letter.
    let settings: [String: String]
    /// What the run without a replacement gives: two measures of its logits, two of what replacements come from, then the metric.
    /// They are compared within a tolerance, because last digits depend on the processor.
    let clean: [Float]

    static let tolerance = Float(1e-3)

    init(settings: [String: String], clean: [Float]) {
        self.settings = settings
        self.clean = clean
    }

    /// - Parameter settings: what is particular to the kind of sweep.
    init(
        _ model: HookedTransformer, _ input: any ModelInput, _ settings: [String: String], logits: Tensor,
        references: [Tensor], metric: (Tensor) throws -> Tensor
    ) throws {
        let cfg = model.cfg
        self.settings = [
            "model": "\(cfg.modelName), \(cfg.nLayers) layers of \(cfg.nHeads) heads, d_model \(cfg.dModel)",
            "model files": try ModelFingerprint.text(of: model),
            "weight processing": model.weightProcessing,
            "prompts": Self.hash(of: input.modelTokens),
        ].merging(settings) { $1 }
        let value = try Fault.catching { try metric(logits) }
        clean = try Self.size(of: [logits]) + Self.size(of: references) + value.toArray()
    }

    /// Two numbers that other activations are unlikely to have.
    private static func size(of tensors: [Tensor]) throws -> [Float] {
        try tensors.reduce([0, 0]) { sum, tensor in
            let (size, square) = try Fault.catching {
                (tensor.abs().mean().item() as Double, (tensor * tensor).mean().item() as Double)
            }
            return [sum[0] + Float(size), sum[1] + Float(square)]
        }
    }

    /// - Throws: ``SweepPartError/otherExperiment(path:what:found:expected:)`` for what is of another experiment.
    func check(_ other: SweepExperiment, at path: String) throws {
        for (name, value) in settings.sorted(by: { $0.key < $1.key }) where other.settings[name] != value {
            throw SweepPartError.otherExperiment(
                path: path, what: name, found: other.settings[name] ?? "unknown", expected: value)
        }
        for (index, pair) in zip(other.clean, clean).enumerated() where !Self.areClose(pair.0, pair.1) {
            let measures = ["model (the size of its logits)", "run that replacements come from"]
            let what = index < 4 ? measures[index / 2] : "metric without a replacement"
            throw SweepPartError.otherExperiment(path: path, what: what, found: "\(pair.0)", expected: "\(pair.1)")
        }
        guard other.clean.count == clean.count else {
            throw SweepPartError.otherExperiment(
                path: path, what: "metric", found: "of \(other.clean.count - 4) numbers",
                expected: "of \(clean.count - 4)")
        }
    }

    private static func areClose(_ a: Float, _ b: Float) -> Bool {
        a == b || a.isNaN && b.isNaN || abs(a - b) <= tolerance * max(abs(a), abs(b), 1e-2)
    }

    /// A number that other prompts do not have.
    private static func hash(of tokens: ModelTokens) -> String {
        let text: String
        switch tokens {
        case .texts(let texts): text = "texts \(texts)"
        case .rows(let rows): text = "ids \(rows.count == 1 ? rows[0].description : rows.description)"
        case .tensor(let tensor):
            let ids = tensor.toIntArray()
            text = "ids \(tensor.ndim < 2 ? "" : "\(tensor.shape) ")\(ids)"
        }
        // FNV-1a, which is the same in every process.
        let hash = text.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return "number " + String(hash, radix: 16)
    }
}
