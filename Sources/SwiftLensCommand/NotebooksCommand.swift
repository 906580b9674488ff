internal import ArgumentParser
internal import FileSafety
internal import Platform

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// `swiftlens notebooks`: those that come along, in a folder of one's own.
struct NotebooksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notebooks", abstract: "Copy the notebooks that come along into a folder.",
        discussion: "They are saved with their outputs. A file that is there already stays as it is.")

    @ArgumentParser.Argument(help: "Where to; it is made where it is not there.")
    var folder = "."

    func run() throws {
        let source = (Installation.ofThisProcess()?.resources ?? ".") + "/notebooks"
        let all = (try? FileManager.default.contentsOfDirectory(atPath: source)) ?? []
        let names = all.filter { $0.hasSuffix(".ipynb") }.sorted()
        guard !names.isEmpty else {
            throw CommandError(
                "no notebooks came along with \(executablePath ?? "the executable"); run it where it was built or installed"
            )
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for name in names { try Self.copy(name, from: source, to: folder) }
        } catch {
            throw CommandError("cannot write to \(folder): \(FileFailure.reason(error))")
        }
    }

    private static func copy(_ name: String, from source: String, to folder: String) throws {
        let target = folder == "." ? name : folder + "/" + name
        guard !FileManager.default.fileExists(atPath: target) else { return print("\(target) is there already") }
        let bytes = try SmallFile.bytes(source + "/" + name)
        try WrittenFile.write(to: target) { try $0.append(bytes) }
        print(target)
    }
}
