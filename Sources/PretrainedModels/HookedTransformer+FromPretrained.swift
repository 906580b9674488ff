internal import FileSafety
public import HookedTransformers
internal import SessionSafety
internal import TensorCore
internal import Tokenizers

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension HookedTransformer {
    /// Loads a model by name, from a folder or from a GGUF file, and processes its weights as TransformerLens does.
    ///
    /// ```swift
    /// let model = try HookedTransformer.fromPretrained("tiny-ioi", refactorFactoredAttnMatrices: true)
    /// ```
    /// A GGUF file holds all that a model is: `fromPretrained("./model.gguf")`. A folder has such a file, or `config.json` and `model.safetensors`, or the latter's shards with their index, and for text
    /// `tokenizer.json`, or `vocab.json` with `merges.txt`. A name is looked for by ``WeightsDirectory``; a repository's,
    /// such as `me/my-gpt2`, in Hugging Face's cache. Steps that a family does not allow are left out, with a line on standard
    /// error that says so: centring under norms that leave the mean where it is, refactoring where queries and keys are rotated or
    /// shared. The steps change the weights, not the log-probabilities; which they are changes what
    /// a zero ablation means, since value biases move into b_O.
    /// - Parameters:
    ///   - defaultPrependBOS: whether text gets a BOS in front unless a call says otherwise; nil for what the model's
    ///     family has, which is true but for Qwen, or true where the tokenizer's own files ask for one.
    ///   - dtype: what the matrices are kept as. `.bfloat16` halves the memory and makes generation faster; steps that change
    ///     matrices are left out then. nil is `.float32` below two billion parameters, and `.bfloat16` from there on.
    /// - Throws: ``PretrainedModelError``, or an error about the weights or tokenizer file that names it.
    public static func fromPretrained(
        _ nameOrFolder: String, centerUnembed: Bool = true, centerWritingWeights: Bool = true, foldLN: Bool = true,
        foldValueBiases: Bool = true, refactorFactoredAttnMatrices: Bool = false, defaultPrependBOS: Bool? = nil,
        dtype: WeightType? = nil
    ) throws -> HookedTransformer {
        let path = try WeightsDirectory.find(nameOrFolder)
        let config = try CheckpointConfig(at: path)
        let reader = try ArchitectureTable.architecture(of: config)
        var cfg = try reader.configuration(named: name(of: nameOrFolder, at: path))
        try config.refuseKeys(except: type(of: reader).keys.union(type(of: reader).ignoredKeys))
        cfg.originalArchitecture = config.className
        cfg.keep(as: dtype ?? WeightType.fitting(cfg))
        let tokenizer = Meanwhile { try LoadedTokenizer(path, config) }
        var weights = try naming(config.file) { try reader.weights(cfg) }
        let steps = WeightProcessing(
            foldLN: foldLN, centerWritingWeights: centerWritingWeights, centerUnembed: centerUnembed,
            foldValueBiases: foldValueBiases, refactorFactoredAttnMatrices: refactorFactoredAttnMatrices)
        let leftOut = try naming(config.file) { try steps.process(&weights, cfg: &cfg) }
        if !leftOut.isEmpty {
            tell("\(cfg.modelName): left out of weight processing: \(leftOut.joined(separator: ", "))")
        }
        let texts = try tokenizer.value()
        if case .found(let tokenizer) = texts { try tokenizer.check(against: cfg.dVocab) }
        if texts.addsBOS { cfg.defaultPrependBOS = true }
        if let defaultPrependBOS { cfg.defaultPrependBOS = defaultPrependBOS }
        let model = try naming(config.file) { try HookedTransformer(cfg: cfg, weights: weights) }
        model.weightFiles = try config.weightFiles()
        model.weightProcessing = steps.text(without: leftOut, cfg)
        switch texts {
        case .found(let tokenizer): model.tokenizer = tokenizer
        case .missing(let reason): model.missingTokenizerReason = reason
        }
        return model
    }

    /// Has what is wrong with sizes named with the file that they are from.
    private static func naming<Value>(_ file: String, _ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let error as ModelError {
            throw PretrainedModelError.impossibleModel(file: file, problem: "\(error)")
        }
    }

    /// What the model is called: as it is known, or as its repository, folder or file is.
    private static func name(of nameOrFolder: String, at path: String) -> String {
        if let entry = ModelRegistry.entry(nameOrFolder) { return entry.name }
        if path.contains("/snapshots/"), HuggingFaceCache.isName(nameOrFolder) { return nameOrFolder }
        let last = URL(fileURLWithPath: path).lastPathComponent
        return last.lowercased().hasSuffix(".gguf") ? String(last.dropLast(5)) : last
    }

    /// Loads a model with its weights as they are stored: none of the processing steps.
    ///
    /// ```swift
    /// let model = try HookedTransformer.fromPretrainedNoProcessing("tiny-ioi")
    /// ```
    /// - Throws: as ``fromPretrained(_:centerUnembed:centerWritingWeights:foldLN:foldValueBiases:refactorFactoredAttnMatrices:defaultPrependBOS:dtype:)``.
    public static func fromPretrainedNoProcessing(
        _ nameOrFolder: String, defaultPrependBOS: Bool? = nil, dtype: WeightType? = nil
    ) throws -> HookedTransformer {
        try fromPretrained(
            nameOrFolder, centerUnembed: false, centerWritingWeights: false, foldLN: false, foldValueBiases: false,
            defaultPrependBOS: defaultPrependBOS, dtype: dtype)
    }
}

extension WeightType {
    /// The type for a model of which none was asked: that of most models, as long as they are of a size that most machines hold.
    fileprivate static func fitting(_ cfg: HookedTransformerConfig) -> WeightType {
        let parameters = Double(cfg.nParams) + 2 * Double(cfg.dVocab) * Double(cfg.dModel)
        guard parameters >= 2e9 else { return .float32 }
        tell("\(cfg.modelName): its matrices are kept as bfloat16, since it is large; dtype: .float32 keeps them whole")
        return .bfloat16
    }
}

/// Tells the user a line under the cell, or on standard error where none runs.
private func tell(_ line: String) {
    if !Notes.tell(line) { StandardStream.error.write(line + "\n") }
}
