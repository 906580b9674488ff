package import HookedTransformers
internal import PretrainedModels
package import TensorCore

/// The random models of `Tests/Goldens`, loaded as a user loads a folder.
package enum GoldenModel {
    /// Which processing steps are on: none of them, or those of the seed notebook.
    package enum Setting: String, CaseIterable, Sendable {
        case raw, notebook
    }

    /// The model `name` as TransformerLens was given it for its reference numbers.
    package static func load(_ name: String, _ setting: Setting) throws -> HookedTransformer {
        let isOn = setting == .notebook
        return try HookedTransformer.fromPretrained(
            Golden.path("\(name)/checkpoint"), centerUnembed: isOn, centerWritingWeights: isOn, foldLN: isOn,
            foldValueBiases: isOn, refactorFactoredAttnMatrices: isOn)
    }

    /// Token ids [batch, position] of `Tests/Goldens/<name>/inputs`.
    package static func tokens(_ name: String, _ key: String) throws -> Tensor { try Golden(name, "inputs")[key] }
}
