import Foundation
import SwiftLens

extension Programs {
    /// What programs ask of files and of the process, under Foundation's names.
    static func filesAndProcess() throws {
        let folder = file + ".folder"
        let files = FileManager.default
        if files.fileExists(atPath: folder) { try files.removeItem(atPath: folder) }
        try files.createDirectory(atPath: folder + "/a/b", withIntermediateDirectories: true)
        try "one\ntwo".write(toFile: folder + "/x.txt", atomically: true, encoding: .utf8)
        print(try String(contentsOfFile: folder + "/x.txt", encoding: .utf8))
        try files.copyItem(atPath: folder + "/x.txt", toPath: folder + "/y.txt")
        try files.moveItem(atPath: folder + "/y.txt", toPath: folder + "/a/z.txt")
        print(try files.contentsOfDirectory(atPath: folder).sorted(), files.fileExists(atPath: folder + "/y.txt"))
        do { try files.removeItem(atPath: folder + "/none") } catch { print("nothing to remove") }
        try files.removeItem(atPath: folder)
        print(files.fileExists(atPath: folder), files.currentDirectoryPath.isEmpty)
        let environment = ProcessInfo.processInfo.environment
        print(environment["PATH"]?.isEmpty ?? true, environment["NO_SUCH_VARIABLE"] ?? "none")
        print(CommandLine.arguments.isEmpty, ProcessInfo.processInfo.activeProcessorCount > 0)
    }
}
