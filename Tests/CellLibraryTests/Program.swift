import Foundation
import Testing

/// A function of this target that is compiled against the library, and whose body is run as a cell too: both must print
/// and show the same. So a cell's names, labels, defaults and types are the library's.
struct Program: CustomTestStringConvertible, Sendable {
    let name: String
    let run: @Sendable () throws -> Void

    var testDescription: String { name }

    static let all = [
        Program(name: "makingTensors", run: Programs.makingTensors),
        Program(name: "indexingTensors", run: Programs.indexingTensors),
        Program(name: "computingWithTensors", run: Programs.computingWithTensors),
        Program(name: "numbersBesideTensors", run: Programs.numbersBesideTensors),
        Program(name: "shapesAndSelection", run: Programs.shapesAndSelection),
        Program(name: "randomNumbers", run: Programs.randomNumbers),
        Program(name: "gradientsOfTensors", run: Programs.gradientsOfTensors),
        Program(name: "gradientsOfRuns", run: Programs.gradientsOfRuns),
        Program(name: "optimizers", run: Programs.optimizers),
        Program(name: "attribution", run: Programs.attribution),
        Program(name: "files", run: Programs.files),
        Program(name: "filesAndProcess", run: Programs.filesAndProcess),
        Program(name: "textAndTokens", run: Programs.textAndTokens),
        Program(name: "choicesAndValues", run: Programs.choicesAndValues),
        Program(name: "runsAndHooks", run: Programs.runsAndHooks),
        Program(name: "caches", run: Programs.caches),
        Program(name: "generation", run: Programs.generation),
        Program(name: "circuits", run: Programs.circuits),
        Program(name: "residualStreams", run: Programs.residualStreams),
        Program(name: "detectors", run: Programs.detectors),
        Program(name: "sweeps", run: Programs.sweeps),
        Program(name: "pictures", run: Programs.pictures),
        Program(name: "datasets", run: Programs.datasets),
        Program(name: "panels", run: Programs.panels),
        Program(name: "optimalAblations", run: Programs.optimalAblations),
        Program(name: "edgeCircuits", run: Programs.edgeCircuits),
        Program(name: "pairs", run: Programs.pairs),
        Program(name: "paths", run: Programs.paths),
        Program(name: "headCircuits", run: Programs.headCircuits),
        Program(name: "errors", run: Programs.errors),
    ]

    /// The text between the function's braces.
    var body: String {
        for file in Program.files {
            guard let text = try? String(contentsOf: file, encoding: .utf8),
                let start = text.range(of: "    static func \(name)() throws {\n")
            else { continue }
            let rest = text[start.upperBound...]
            guard let end = rest.range(of: "\n    }\n") else { continue }
            return String(rest[..<end.lowerBound])
        }
        return ""
    }

    private static var files: [URL] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Programs")
        return (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    }
}

/// The functions of the files in `Programs`.
enum Programs {
    /// The folder of the model that comes with the project. Cells have it too.
    static let weights = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("weights/tiny-ioi").path

    /// A file to write to. Cells have it too.
    static let file = FileManager.default.temporaryDirectory
        .appendingPathComponent("swiftlens-\(ProcessInfo.processInfo.processIdentifier).safetensors").path
}
