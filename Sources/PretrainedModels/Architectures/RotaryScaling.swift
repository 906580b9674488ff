internal import TextFormats
internal import HookedTransformers

/// How a checkpoint turns queries and keys: the base of the angles, and how these are stretched for longer prompts.
///
/// Read from `rope_scaling` and `rope_theta`, or from `rope_parameters`, which newer files have in their place.
struct RotaryScaling {
    /// The keys of a config that it reads.
    static let keys: Set = ["rope_parameters", "rope_scaling", "rope_theta", "rotary_emb_base"]

    /// The kind of which every pair has a number of its own; GGUF files have it.
    static let factors = "factors"

    let base: Double
    private let kind: String
    private let settings: [String: JSONTree]
    private let file: String

    /// - Parameters:
    ///   - settings: those of the file, unless given.
    ///   - absent: the base where the file doesn't say.
    /// - Throws: ``PretrainedModelError`` for a kind of stretching that is not known here.
    init(_ config: CheckpointConfig, settings given: [String: JSONTree]? = nil, base absent: Double = 10000) throws {
        settings = try given ?? Self.settings(config)
        file = config.file
        let inside = try Self.number(settings, "rope_theta", file)
        base = try inside ?? config.number("rotary_emb_base") ?? config.number("rope_theta") ?? absent
        guard base > 0 else {
            throw PretrainedModelError.badValue(
                file: file, key: config.spelled("rope_theta"), expected: "a number above 0", found: "\(base)")
        }
        let type =
            [settings["rope_type"], settings["type"]].compactMap(\.self).first { $0 != .null } ?? .string("default")
        guard let name = type.string, ["default", "linear", "llama3", Self.factors].contains(name) else {
            throw PretrainedModelError.badValue(
                file: file, key: "rope_type", expected: "\"default\", \"linear\" or \"llama3\"",
                found: type.string.map { "\"\($0)\"" } ?? type.description)
        }
        kind = name
    }

    /// What stands in the file's object; nothing where there is none.
    private static func settings(_ config: CheckpointConfig) throws -> [String: JSONTree] {
        for key in ["rope_parameters", "rope_scaling"] {
            if let object = config.object(key) { return object }
            guard config.keysThatAsk.contains(key) else { continue }
            throw PretrainedModelError.badValue(
                file: config.file, key: config.spelled(key), expected: "an object with \"rope_type\", or null",
                found: config.shown(key))
        }
        return [:]
    }

    /// A number among the settings; nil where there is none of that name.
    private static func number(_ settings: [String: JSONTree], _ key: String, _ file: String) throws -> Double? {
        guard let value = settings[key], value != .null else { return nil }
        guard let number = value.number, number.isFinite else {
            throw PretrainedModelError.badValue(
                file: file, key: key, expected: "a number", found: value.description)
        }
        return number
    }

    /// The share of a head's components that turn; nil where the file says nothing there.
    var partialFactor: Double? { get throws { try Self.number(settings, "partial_rotary_factor", file) } }

    /// The whole of a head, for a family whose heads turn as a whole.
    /// - Throws: ``PretrainedModelError`` where the file says otherwise.
    func wholeHead() throws -> Double {
        guard let share = try partialFactor, share != 1 else { return 1 }
        throw PretrainedModelError.badValue(
            file: file, key: "partial_rotary_factor", expected: "1, since heads turn as a whole here", found: "\(share)"
        )
    }

    /// Has the configuration say which base it is, and how angles are stretched.
    func describe(in cfg: inout HookedTransformerConfig) throws {
        cfg.rotaryBase = base
        guard kind == "llama3" else { return }
        cfg.useNTKByPartsRope = true
        cfg.ntkByPartsFactor = try setting("factor")
        cfg.ntkByPartsLowFreqFactor = try setting("low_freq_factor")
        cfg.ntkByPartsHighFreqFactor = try setting("high_freq_factor")
        cfg.ntkOriginalCtxLen = Int(exactly: try setting("original_max_position_embeddings")) ?? cfg.nCtx
    }

    /// The angle per position of each pair of the `dim` components that turn.
    func frequencies(dim: Int) throws -> [Double] {
        let plain = RotaryPositions.frequencies(dim: dim, base: base)
        switch kind {
        case "linear":
            let factor = try setting("factor")
            return plain.map { $0 / factor }
        case "llama3": return try stretchedByWavelength(plain)
        case Self.factors: return try divided(plain)
        default: return plain
        }
    }

    /// Each is divided by a number of its own.
    private func divided(_ plain: [Double]) throws -> [Double] {
        let factors = (settings["factors"]?.array ?? []).compactMap(\.number)
        guard factors.count == plain.count, factors.allSatisfy({ $0.isFinite && $0 > 0 }) else {
            throw PretrainedModelError.badValue(
                file: file, key: GGUFFamily.ropeFactors, expected: "\(plain.count) numbers above 0",
                found: "\(factors.count) numbers" + (factors.min().map { ", the least \($0)" } ?? ""))
        }
        return zip(plain, factors).map { $0 / $1 }
    }

    /// Long waves are stretched by the factor, short ones stay, those between are mixed.
    private func stretchedByWavelength(_ plain: [Double]) throws -> [Double] {
        let (factor, context) = (try setting("factor"), try setting("original_max_position_embeddings"))
        let (low, high) = (try setting("low_freq_factor"), try setting("high_freq_factor"))
        guard high > low else {
            throw PretrainedModelError.badValue(
                file: file, key: "high_freq_factor", expected: "a number above low_freq_factor = \(low)",
                found: "\(high)")
        }
        return plain.map { frequency in
            let turns = context * frequency / (2 * Double.pi)
            let share = min(1, max(0, (turns - low) / (high - low)))
            return frequency * ((1 - share) / factor + share)
        }
    }

    private func setting(_ key: String) throws -> Double {
        guard let number = try Self.number(settings, key, file) else {
            throw PretrainedModelError.missingKey(file: file, key: key)
        }
        guard number > 0 else {
            throw PretrainedModelError.badValue(file: file, key: key, expected: "a number above 0", found: "\(number)")
        }
        return number
    }
}

extension CheckpointConfig {
    /// No model's heads are wider; a list is made of what turns.
    private static let widestHead = 1 << 16

    /// How many components of a head of `dHead` turn where it is this share of them, rounded down; they come in pairs.
    func rotaryDim(_ share: Double, of dHead: Int) throws -> Int {
        let dim = Int(exactly: (Double(dHead) * share).rounded(.down)) ?? -1
        guard dim > 0, dim.isMultiple(of: 2), dim <= min(dHead, Self.widestHead) else {
            throw PretrainedModelError.badValue(
                file: file, key: "rotary_pct",
                expected: "a share that leaves an even number of the \(dHead) components of a head to turn, at most "
                    + "\(Self.widestHead)",
                found: "one that leaves \(dim)")
        }
        return dim
    }

    /// The same where the file has the number itself, under `key`.
    func rotaryDim(_ count: Int, of dHead: Int, _ key: String) throws -> Int {
        guard count.isMultiple(of: 2), count <= min(dHead, Self.widestHead) else {
            throw PretrainedModelError.badValue(
                file: file, key: key, expected: "an even number up to the \(dHead) components of a head",
                found: "\(count)")
        }
        return count
    }
}
