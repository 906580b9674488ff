internal import HookedTransformers
internal import TensorCore

/// A family of models as its checkpoints are stored: what its config.json says, and what its tensors are called.
///
/// One file per family maps the config's keys to a configuration, and the tensors' names to parts of a model. What it does
/// not know, it refuses by name. ``ArchitectureTable`` lists the families.
protocol Architecture: SendableMetatype {
    /// What the config's `model_type` is.
    static var modelTypes: [String] { get }

    /// The keys of the config that ``configuration(named:)`` and ``weights(_:)`` read.
    static var keys: Set<String> { get }

    /// Keys that other programs write and that change nothing here, beside those that every checkpoint may have.
    static var ignoredKeys: Set<String> { get }

    /// Whether the config is one of this family.
    static func matches(_ config: CheckpointConfig) throws -> Bool

    init(config: CheckpointConfig)

    /// The model's sizes and kinds of parts.
    func configuration(named name: String) throws -> HookedTransformerConfig

    /// The model's parameters.
    func weights(_ cfg: HookedTransformerConfig) throws -> TransformerWeights
}

extension Architecture {
    static var ignoredKeys: Set<String> { [] }

    static func matches(_ config: CheckpointConfig) throws -> Bool {
        try config.text("model_type").map(modelTypes.contains) ?? false
    }
}
