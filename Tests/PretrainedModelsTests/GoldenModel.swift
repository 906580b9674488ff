import HookedTransformers
import PretrainedModels
import TensorCore
import TestSupport

/// The random models of `Tests/Goldens`, loaded as a user loads a folder.
enum GoldenModel {
    enum Setting: String, CaseIterable {
        case raw, notebook
    }

    static func load(_ name: String, _ setting: Setting) throws -> HookedTransformer {
        let isOn = setting == .notebook
        return try HookedTransformer.fromPretrained(
            Golden.path("\(name)/checkpoint"), centerUnembed: isOn, centerWritingWeights: isOn, foldLN: isOn,
            foldValueBiases: isOn, refactorFactoredAttnMatrices: isOn)
    }

    static func tokens(_ name: String, _ key: String) throws -> Tensor { try Golden(name, "inputs")[key] }
}
