internal import Foundation
public import HookedTransformers
public import Tokenizers

extension HookedTransformer {
    /// Loads a model by name or from a folder, and processes its weights as TransformerLens does.
    ///
    /// ```swift
    /// let model = try HookedTransformer.fromPretrained("tiny-ioi", refactorFactoredAttnMatrices: true)
    /// ```
    /// A folder holds `config.json` and `model.safetensors`, or the latter's shards with their index, and for text
    /// `tokenizer.json`, or `vocab.json` with `merges.txt`. A name is looked for by ``WeightsDirectory``; a repository's,
    /// such as `me/my-gpt2`, in Hugging Face's cache. Steps that a family does not allow are left out, with a line on standard
    /// error that says so: centring under norms that leave the mean where it is, refactoring where queries and keys are rotated or
    /// shared. The steps change the weights, not the log-probabilities; which they are changes what
    /// a zero ablation means, since value biases move into b_O.
    /// - Parameter defaultPrependBOS: whether text gets a BOS in front unless a call says otherwise; nil for what the model's
    ///   family has, which is true but for Qwen.
    /// - Throws: ``PretrainedModelError``, or an error about the weights or tokenizer file that names it.
    public static func fromPretrained(
        _ nameOrFolder: String, centerUnembed: Bool = true, centerWritingWeights: Bool = true, foldLN: Bool = true,
        foldValueBiases: Bool = true, refactorFactoredAttnMatrices: Bool = false, defaultPrependBOS: Bool? = nil
    ) throws -> HookedTransformer {
        let folder = try WeightsDirectory.find(nameOrFolder)
        let config = try CheckpointConfig(folder: folder)
        let reader = try ArchitectureTable.architecture(of: folder, config)
        let isRepository = folder.contains("/snapshots/") && HuggingFaceCache.isName(nameOrFolder)
        let name =
            ModelRegistry.entry(nameOrFolder)?.name
            ?? (isRepository ? nameOrFolder : URL(fileURLWithPath: folder).lastPathComponent)
        var cfg = try reader.configuration(named: name)
        try config.refuseKeys(except: type(of: reader).keys.union(type(of: reader).ignoredKeys))
        if let defaultPrependBOS { cfg.defaultPrependBOS = defaultPrependBOS }
        let tokenizer = Meanwhile { try LoadedTokenizer(folder: folder) }
        var weights = try reader.weights(cfg)
        let steps = WeightProcessing(
            foldLN: foldLN, centerWritingWeights: centerWritingWeights, centerUnembed: centerUnembed,
            foldValueBiases: foldValueBiases, refactorFactoredAttnMatrices: refactorFactoredAttnMatrices)
        let leftOut = try steps.process(&weights, cfg: &cfg)
        if !leftOut.isEmpty {
            StandardError.note("\(name): left out of weight processing: \(leftOut.joined(separator: ", "))")
        }
        let model = try HookedTransformer(cfg: cfg, weights: weights)
        switch try tokenizer.value() {
        case .found(let tokenizer): model.tokenizer = tokenizer
        case .missing(let reason): model.missingTokenizerReason = reason
        }
        return model
    }

    /// Loads a model with its weights as they are stored: none of the processing steps.
    ///
    /// ```swift
    /// let model = try HookedTransformer.fromPretrainedNoProcessing("tiny-ioi")
    /// ```
    /// - Throws: as ``fromPretrained(_:centerUnembed:centerWritingWeights:foldLN:foldValueBiases:refactorFactoredAttnMatrices:defaultPrependBOS:)``.
    public static func fromPretrainedNoProcessing(
        _ nameOrFolder: String, defaultPrependBOS: Bool? = nil
    ) throws -> HookedTransformer {
        try fromPretrained(
            nameOrFolder, centerUnembed: false, centerWritingWeights: false, foldLN: false, foldValueBiases: false,
            defaultPrependBOS: defaultPrependBOS)
    }
}

/// What a folder has for a tokenizer.
private enum LoadedTokenizer: Sendable {
    case found(BytePairTokenizer)
    /// Why texts can't be run.
    case missing(String)

    init(folder: String) throws {
        let directory = URL(fileURLWithPath: folder)
        if let missing = BytePairTokenizer.missingFile(in: directory) {
            self = .missing("\(folder) has no \(missing)")
        } else {
            do {
                self = .found(try BytePairTokenizer(directory: directory))
            } catch let error as TokenizerError {
                // A model whose tokenizer is of another kind still runs on ids.
                guard case .unsupported = error else { throw error }
                self = .missing(error.description)
            }
        }
    }
}

extension BytePairTokenizer: TextTokenizer {}
