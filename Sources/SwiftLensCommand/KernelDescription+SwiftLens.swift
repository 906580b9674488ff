internal import JupyterKernel
internal import JupyterProtocol
internal import TensorCore

extension KernelDescription {
    /// Who this kernel says that it is.
    static var swiftLens: KernelDescription {
        KernelDescription(
            implementation: "swiftlens", version: Version.number, language: .swift,
            banner: "SwiftLens \(Version.number): transformer interpretability in Swift \(Version.swift). "
                + "Try `%help`, or Tab behind a name.",
            helpLinks: [
                HelpLink(text: "The Swift Programming Language", url: "https://docs.swift.org/swift-book/"),
                HelpLink(
                    text: "TransformerLens, whose names SwiftLens uses",
                    url: "https://transformerlensorg.github.io/TransformerLens/"),
            ])
    }
}

extension LanguageInfo {
    /// Swift, as front ends colour, save and convert it.
    fileprivate static var swift: LanguageInfo {
        LanguageInfo(
            name: "swift", version: Version.swift, mimetype: "text/x-swift", fileExtension: ".swift",
            pygmentsLexer: "swift", codemirrorMode: "swift",
            swiftlens: [
                "processor": .string(MatrixProduct.processorKind), "threads": .integer(MatrixProduct.threadCount),
                "version": .string(Version.number),
            ])
    }
}
