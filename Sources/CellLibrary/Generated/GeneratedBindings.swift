// swift-format-ignore-file
// Written by `make bindings`.
internal import CellInterpreter

extension HostLibrary {
    /// All that is written from the library's declarations.
    func bindGenerated() {
        bindTensorCore()
        bindSafetensors()
        bindTokenizers()
        bindHooks()
        bindHookedTransformers()
        bindPretrainedModels()
        bindInterventions()
        bindCircuitAnalysis()
        bindDisplay()
        bindPlots()
        bindSwiftLens()
    }
}
