// swift-format-ignore-file
// Written by `make bindings`.
internal import CellHost

extension HostLibrary {
    /// All that is written from the library's declarations.
    func bindGenerated() {
        bindCircuitAnalysis()
        bindDataFiles()
        bindDatasets()
        bindDisplay()
        bindFileSafety()
        bindGGUF()
        bindTorchFiles()
        bindHookedTransformers()
        bindHooks()
        bindInterventions()
        bindPlots()
        bindPretrainedModels()
        bindSafetensors()
        bindTensorCore()
        bindTokenizers()
        bindSwiftLens()
    }
}
