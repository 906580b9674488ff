public import CellInterpreter
public import SwiftLens

extension TensorError: HostObject {}
extension HookError: HostObject {}
extension ModelError: HostObject {}
extension PretrainedModelError: HostObject {}
extension SafetensorsError: HostObject {}
extension FileError: HostObject {}
extension TokenizerError: HostObject {}
extension CacheAnalysisError: HostObject {}
extension HeadDetectorError: HostObject {}
extension ActivationPatchingError: HostObject {}
extension PlotError: HostObject {}

extension HostLibrary {
    /// What calls of the library throw, so that `catch let error as HookError` tells them apart.
    func bindErrors() {
        bindError("TensorError", TensorError.self, "Shapes, indices or numbers that do not go together.")
        bindError("HookError", HookError.self, "A hook or an activation that there is not, or that has another shape.")
        bindError("ModelError", ModelError.self, "An input or an option that a model cannot take.")
        bindError(
            "PretrainedModelError", PretrainedModelError.self, "Weights that are not there, or not as they should be.")
        bindError("SafetensorsError", SafetensorsError.self, "A file of tensors that cannot be read.")
        bindError("GGUFError", GGUFError.self, "A GGUF file that cannot be read.")
        bindError("FileError", FileError.self, "A file that cannot be written; what was there before still is.")
        bindError(
            "TokenizerError", TokenizerError.self, "A vocabulary that cannot be read, or a text that it cannot say.")
        bindError("CacheAnalysisError", CacheAnalysisError.self, "A question that a cache cannot answer.")
        bindError(
            "HeadDetectorError", HeadDetectorError.self, "Tokens, heads or a pattern that no head can be scored by.")
        bindError(
            "ActivationPatchingError", ActivationPatchingError.self, "A clean and a corrupted run that do not fit.")
        bindError("PlotError", PlotError.self, "Values that a picture cannot show.")
    }

    private func bindError<E: HostObject & Error>(_ name: String, _ error: E.Type, _ doc: String) {
        type(name, error, doc: doc, describe: { "\($0)" })
        declare("/// What went wrong, and the way out.\nvar description: String", on: name) { (error: E) in "\(error)" }
    }
}
