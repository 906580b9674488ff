package import CellHost
internal import CellStandardLibrary
internal import SessionSafety

extension HostLibrary {
    /// Everything that a cell can say: Swift's own names and those of the SwiftLens library.
    ///
    /// ```swift
    /// let interpreter = Interpreter(library: .swiftLens(), output: output)
    /// ```
    /// The table holds names, sentences and types; what they do is the library's business. `Generated` is written from the
    /// library's own declarations, `ByHand` has the few that need other words in a cell, `Foundation` what
    /// programs ask of files and of the process.
    package static func swiftLens() -> HostLibrary {
        let library = HostLibrary.standard()
        library.module("SwiftLens")
        library.bindGenerated()
        library.bindByHand()
        library.bindFoundation()
        library.bindModelCompletions()
        library.nameThingsAsOthersDo()
        library.measure = { SessionMemory.size(of: $0) }
        library.addLintRules()
        library.begin = { LongWork.showProgressBars() }
        return library
    }

    /// The names that other libraries and languages have for what is here.
    private func nameThingsAsOthersDo() {
        nameTensorsAsOthersDo()
        nameMakersOfTensors()
        nameModelsAsOthersDo()
        nameFreeNamesAsOthersDo()
        nameLabelsAsOthersDo()
    }

    private func bindFoundation() {
        bindProcess()
        bindFileManager()
        bindTextFiles()
    }

    private func bindByHand() {
        bindSubscripts()
        bindTextTokenizer()
        bindHookScopes()
        bindCacheLoops()
        bindProgressLoops()
        bindTensorSums()
    }
}
