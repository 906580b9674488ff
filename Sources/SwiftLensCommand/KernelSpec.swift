internal import FileSafety
internal import JupyterProtocol
internal import JupyterZeroMQ

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The folder by which Jupyter knows a kernel: `kernel.json` and the logos.
struct KernelSpec {
    static let name = "swiftlens"
    private static let logos = ["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"]

    private let source: String
    private let json: [UInt8]
    private static let newline = UInt8(ascii: "\n")

    /// The project's kernelspec with the executable's path filled in.
    /// - Throws: ``CommandError`` that names the file which is missing or no kernelspec.
    init(_ installation: Installation) throws {
        source = installation.resources + "/kernelspec"
        let template = try Self.members(of: source + "/kernel.json")
        json =
            try MessageJSON.encode(
                JSONValue.object(Self.filled(template, executable: installation.executable)), pretty: true) + [
                Self.newline
            ]
    }

    /// Writes the folder, in place of one that may be there.
    /// - Returns: the executable that the old one started, or nil when there was none.
    /// - Throws: ``CommandError`` that names the folder when it cannot be written.
    func write(to folder: String) throws -> String? {
        let old = try? Self.members(of: folder + "/kernel.json")
        do {
            try writeFiles(to: folder)
        } catch {
            throw CommandError("cannot write \(folder): \(FileFailure.reason(error))")
        }
        return old.map { $0["argv"]?.array?.first?.string ?? "nothing" }
    }

    private func writeFiles(to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try WrittenFile.write(to: folder + "/kernel.json") { try $0.append(json) }
        for logo in Self.logos {
            let picture = try SmallFile.bytes(source + "/" + logo)
            try WrittenFile.write(to: folder + "/" + logo) { try $0.append(picture) }
        }
    }

    private static func filled(_ template: [String: JSONValue], executable: String) -> [String: JSONValue] {
        var members = template
        members["argv"] = .array(
            (template["argv"]?.array ?? []).map { $0 == "{executable}" ? .string(executable) : $0 })
        // A front end may insist on encryption only where it is to be had.
        if ZeroMQ.hasCurve { members["metadata"] = ["supported_encryption": ["curve"]] }
        return members
    }

    private static func members(of path: String) throws -> [String: JSONValue] {
        guard let data = FileManager.default.contents(atPath: path) else { throw CommandError("\(path) is not there") }
        guard case .object(let members) = try MessageJSON.decode(JSONValue.self, from: Array(data)) else {
            throw CommandError("\(path) is no kernelspec")
        }
        return members
    }
}
