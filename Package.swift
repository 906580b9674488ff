// swift-tools-version: 6.1
import PackageDescription

// One set of settings for every target. Each feature links its proposal.
let swiftSettings: [SwiftSetting] = [
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
    .enableUpcomingFeature("ExistentialAny"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
    .enableUpcomingFeature("InternalImportsByDefault"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A Swift target of this package with the shared settings.
func library(
    _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [], resources: [Resource] = [],
    settings: [SwiftSetting] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, exclude: exclude, resources: resources,
        swiftSettings: swiftSettings + settings)
}

/// Values say of their parts that access need not be checked while it runs (`@exclusivity(unchecked)`), which only their own
/// module heeds; this says it for those that run cells.
let uncheckedAccess: [SwiftSetting] = [.unsafeFlags(["-enforce-exclusivity=unchecked"])]

/// A test target of this package with the shared settings; its goldens travel as files beside the sources.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude, swiftSettings: swiftSettings)
}

/// The archives of a statically linked FoundationEssentials. The rest of Foundation would bring 45 MB, most of it ICU's tables.
let staticFoundation = ["FoundationEssentials", "_FoundationCShims", "_FoundationCollections", "stdc++"].map {
    "-l" + $0
}

/// The kernel runs on machines without a Swift toolchain: its runtime is linked in. Foundation's parts are not found
/// by themselves, because the modules are compiled for the shared runtime.
let staticRuntime: [LinkerSetting] = [
    .unsafeFlags(
        ["-static-stdlib", "-Xlinker", "--start-group"] + staticFoundation + ["-Xlinker", "--end-group"],
        .when(platforms: [.linux]))
]

/// What a test of a model needs.
let models: [Target.Dependency] = [
    "PretrainedModels", "HookedTransformers", "Hooks", "Safetensors", "Tokenizers", "TensorCore", "SessionSafety",
]

/// The scripts of the pictures become a part of the program: at run time it needs no files beside it.
let pictureScripts = [
    "attention-canvas", "attention-heads", "attention", "heatmap", "images", "keyboard", "marks", "series", "tooltip",
]

let package = Package(
    name: "SwiftLens",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "SwiftLens", targets: ["SwiftLens"]),
        .executable(name: "swiftlens", targets: ["SwiftLensCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/swiftlang/swift-syntax", exact: "603.0.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    ],
    targets: [
        // MARK: System libraries, each imported by one target only
        .systemLibrary(name: "COpenBLAS", providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]),
        .systemLibrary(name: "CZeroMQ", providers: [.apt(["libzmq3-dev"]), .brew(["zeromq"])]),
        .systemLibrary(name: "CSodium", providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

        // MARK: What everything stands on
        .target(name: "CThreadState"),
        library("Platform"),
        library("SessionSafety", ["CThreadState", "Platform"]),
        library("FileSafety", ["Platform", "SessionSafety"]),
        library("NearestNames"),
        library("TextFormats"),
        library("Display", ["SessionSafety"]),
        library("Digests", ["CSodium", "FileSafety"]),

        library("DataFiles", ["FileSafety", "TextFormats", "SessionSafety"]),

        // MARK: Numbers → models → interpretability
        .target(name: "CVectorKernels"),
        library("TensorCore", ["COpenBLAS", "CVectorKernels", "Platform", "SessionSafety", "TextFormats"]),
        library("Safetensors", ["FileSafety", "TextFormats", "TensorCore"]),
        library("GGUF", ["FileSafety", "TensorCore"]),
        library("TorchFiles", ["FileSafety", "TensorCore", "SessionSafety"]),
        library("Tokenizers", ["FileSafety", "TextFormats"]),
        library("Hooks", ["TensorCore", "NearestNames", "SessionSafety"]),
        library(
            "HookedTransformers", ["Hooks", "TensorCore", "Platform", "SessionSafety"],
            exclude: ["PartialRuns/README.md"]),
        library(
            "PretrainedModels",
            [
                "HookedTransformers", "Hooks", "Safetensors", "GGUF", "TorchFiles", "Tokenizers", "TensorCore",
                "FileSafety", "TextFormats", "NearestNames", "SessionSafety",
            ]),
        library("Datasets", ["HookedTransformers", "TensorCore", "SessionSafety"]),
        library(
            "Interventions",
            [
                "Datasets", "HookedTransformers", "Hooks", "Safetensors", "TensorCore", "Digests", "FileSafety",
                "NearestNames", "SessionSafety", "TextFormats",
            ]),
        library("CircuitAnalysis", ["HookedTransformers", "Hooks", "TensorCore", "SessionSafety"]),

        // MARK: Pictures
        library(
            "Plots", ["TensorCore", "Display", "Platform", "SessionSafety", "TextFormats", "CZlib"],
            resources: pictureScripts.map { .embedInCode("Scripts/\($0).js") }),

        // MARK: The library product
        library(
            "SwiftLens",
            [
                "TensorCore", "FileSafety", "GGUF", "Safetensors", "TorchFiles", "Tokenizers", "Hooks", "SessionSafety",
                "HookedTransformers", "PretrainedModels", "Datasets",
                "Interventions", "CircuitAnalysis", "DataFiles", "Display", "Plots", "TextFormats",
            ]),

        // MARK: Text → meaning
        library(
            "CellSyntax",
            [
                .product(name: "SwiftSyntax", package: "swift-syntax"),
                .product(name: "SwiftParser", package: "swift-syntax"),
                .product(name: "SwiftDiagnostics", package: "swift-syntax"),
                .product(name: "SwiftParserDiagnostics", package: "swift-syntax"),
            ]),

        library("CellValues", ["SessionSafety"]),
        library("CellHost", ["CellValues", "CellSyntax", "Display", "SessionSafety"]),
        library("CellStandardLibrary", ["CellHost", "CellValues", "Platform"], settings: uncheckedAccess),
        library("CellMeaning", ["CellHost", "CellValues", "CellSyntax", "NearestNames"]),
        library("CellChecking", ["CellMeaning", "CellHost", "CellValues", "CellSyntax", "SessionSafety"]),
        library(
            "CellMachine", ["CellMeaning", "CellHost", "CellValues", "CellSyntax", "SessionSafety"],
            settings: uncheckedAccess),
        library(
            "CellInterpreter",
            [
                "CellMachine", "CellChecking", "CellMeaning", "CellHost", "CellValues", "CellSyntax", "Display",
                "Platform", "SessionSafety", "TextFormats",
            ]),
        library(
            "CellLibrary",
            [
                "CellStandardLibrary", "CellHost", "CellValues", "CellSyntax", "SwiftLens", "SessionSafety",
            ]),

        // MARK: Bytes → messages → kernel
        library("JupyterProtocol", ["TextFormats", "Display", "Digests"]),
        library("JupyterKernel", ["JupyterProtocol", "Display", "Platform", "SessionSafety"]),
        library("JupyterZeroMQ", ["JupyterKernel", "JupyterProtocol", "FileSafety", "Platform", "CZeroMQ"]),

        // MARK: Notebooks as files
        library("Notebooks", ["TextFormats", "Digests", "Plots", "Platform", "SessionSafety"]),

        // MARK: Where all meets
        .executableTarget(
            name: "SwiftLensCommand",
            dependencies: [
                "CellLibrary", "CellInterpreter", "CellHost", "PretrainedModels", "JupyterKernel", "JupyterProtocol",
                "JupyterZeroMQ", "Notebooks", "TensorCore", "TextFormats", "Digests", "Display", "FileSafety",
                "Platform", "SessionSafety",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: swiftSettings, linkerSettings: staticRuntime),

        // MARK: Tests
        .target(
            name: "TestSupport",
            dependencies: ["PretrainedModels", "HookedTransformers", "Safetensors", "TensorCore", "SessionSafety"],
            path: "Tests/TestSupport", swiftSettings: swiftSettings),
        .executableTarget(
            name: "EchoKernel",
            dependencies: ["JupyterKernel", "JupyterProtocol", "JupyterZeroMQ", "Display", "SessionSafety"],
            path: "Tests/EchoKernel", swiftSettings: swiftSettings, linkerSettings: staticRuntime),
        .executableTarget(
            name: "NotebookProgram", dependencies: ["SwiftLens"], path: "Tests/NotebookProgram",
            // A notebook's variables are shared by its functions, which Swift 6 refuses of a program's.
            swiftSettings: [.swiftLanguageMode(.v5)]),
        .target(
            name: "BindingGenerator",
            dependencies: [
                .product(name: "SwiftSyntax", package: "swift-syntax"),
                .product(name: "SwiftParser", package: "swift-syntax"),
            ], path: "Tools/bindings/BindingGenerator", swiftSettings: swiftSettings),
        .executableTarget(
            name: "GenerateBindings", dependencies: ["BindingGenerator"], path: "Tools/bindings/GenerateBindings",
            swiftSettings: swiftSettings),
        tests("ArchitectureTests", []),
        tests("SessionSafetyTests", ["SessionSafety"]),
        tests("TensorCoreTests", ["TensorCore", "SessionSafety"]),
        tests("DataFilesTests", ["DataFiles", "FileSafety", "SessionSafety"]),
        tests("NearestNamesTests", ["NearestNames"]),
        tests("TextFormatsTests", ["TextFormats"]),
        tests("FileSafetyTests", ["FileSafety", "SessionSafety"]),
        tests("SafetensorsTests", ["Safetensors", "FileSafety", "TensorCore", "SessionSafety"]),
        tests("GGUFTests", ["GGUF", "FileSafety", "TensorCore"]),
        tests("TorchFilesTests", ["TorchFiles", "Safetensors", "FileSafety", "TensorCore"]),
        tests("HooksTests", ["Hooks", "TensorCore", "SessionSafety"]),
        tests("HookedTransformersTests", models),
        tests("TokenizersTests", ["Tokenizers", "FileSafety"]),
        tests("PretrainedModelsTests", models + ["Interventions"]),
        tests("CircuitAnalysisTests", models + ["CircuitAnalysis", "Datasets"]),
        tests("InterventionsTests", models + ["Interventions", "Datasets"]),
        tests("DatasetsTests", models + ["Datasets"]),
        tests("PlotsTests", ["Plots", "Display", "SessionSafety", "TensorCore", "CZlib"], exclude: ["Snapshots"]),
        tests("DisplayTests", ["Display"]),
        tests(
            "CellCheckingTests",
            [
                "CellChecking", "CellMeaning", "CellStandardLibrary", "CellHost", "CellValues", "CellSyntax",
            ]),
        tests("CellHostTests", ["CellHost", "CellValues", "CellSyntax"]),
        tests(
            "CellMachineTests",
            [
                "CellMachine", "CellChecking", "CellMeaning", "CellStandardLibrary", "CellHost", "CellValues",
                "CellSyntax", "SessionSafety",
            ]),
        tests("CellMeaningTests", ["CellMeaning", "CellHost", "CellValues"]),
        tests("CellStandardLibraryTests", ["CellMeaning", "CellStandardLibrary", "CellHost", "CellValues"]),
        tests("CellValuesTests", ["CellValues"]),
        tests("CellSyntaxTests", ["CellSyntax"]),
        tests(
            "CellInterpreterTests",
            [
                "CellInterpreter", "CellStandardLibrary", "CellHost", "CellValues", "Display", "SessionSafety",
            ], exclude: ["Cells"]),
        tests(
            "CellLibraryTests",
            [
                "CellLibrary", "CellInterpreter", "CellMeaning", "CellStandardLibrary", "CellHost", "CellSyntax",
                "SwiftLens", "Display", "SessionSafety",
            ]),
        tests("BindingGeneratorTests", ["BindingGenerator"]),
        tests("DigestsTests", ["Digests"]),
        tests("JupyterProtocolTests", ["JupyterProtocol", "Display"]),
        tests("NotebooksTests", ["Notebooks", "TextFormats", "Plots", "Display", "TensorCore"]),
        tests("JupyterKernelTests", ["JupyterKernel", "JupyterProtocol", "Display", "SessionSafety"]),
    ]
)

// SwiftPM compiles a target again when a module that it names has changed. The layout of a type can also come through a module
// in between that stays the same, and what is not compiled again would write into memory of the old size. So every target names
// all of ours that lie below it; what a target may import is ARCHITECTURE.md's to say.
let own = Dictionary(uniqueKeysWithValues: package.targets.map { ($0.name, $0) })

func below(_ target: Target, among own: [String: Target]) -> Set<String> {
    target.dependencies.reduce(into: []) { names, dependency in
        guard case .byNameItem(let name, _) = dependency, let next = own[name] else { return }
        names.formUnion(below(next, among: own).union([name]))
    }
}

for (target, names) in package.targets.map({ ($0, below($0, among: own)) }) {
    let named = target.dependencies.compactMap { if case .byNameItem(let name, _) = $0 { name } else { nil } }
    target.dependencies += names.subtracting(named).sorted().map { .byName(name: $0) }
}
