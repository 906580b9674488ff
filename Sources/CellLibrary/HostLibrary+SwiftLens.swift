public import CellInterpreter

extension HostLibrary {
    /// Everything that a cell can say: Swift's own names and those of the SwiftLens library.
    ///
    /// ```swift
    /// let interpreter = Interpreter(library: .swiftLens(), output: output)
    /// ```
    /// The table holds names, sentences and types; what they do is the library's business.
    public static func swiftLens() -> HostLibrary {
        let library = HostLibrary()
        library.module("SwiftLens")
        library.bindErrors()
        library.bindTensors()
        library.bindFiles()
        library.bindModels()
        library.bindAnalysis()
        library.bindPlots()
        library.nameThingsAsOthersDo()
        library.measure = { SessionMemory.size(of: $0) }
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
}
