internal import Digests
internal import FileSafety
internal import Notebooks
internal import SessionSafety
internal import TensorCore

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension Provenance {
    /// Where the numbers of a session come from now.
    /// - Throws: `Interrupted` while files are hashed.
    static func now(in session: Session) throws -> Provenance { try session.run { try now() } }

    private static func now() throws -> Provenance {
        var files: [File] = []
        for path in FilesRead.paths {
            guard let hash = try hash(of: path) else { continue }
            files.append(File(name: name(of: path), sha256: hash))
        }
        return Provenance(
            version: Version.number, threads: MatrixProduct.threadCount, processor: MatrixProduct.processorKind,
            seed: RandomSeed.current, files: files)
    }

    /// Nil for a file that is gone by now.
    private static func hash(of path: String) throws -> String? {
        do { return try FileHash.sha256(of: path) } catch is FileError { return nil }
    }

    /// The folder's name and the file's own: where a home folder lies is nobody's business. Hugging Face's cache has the
    /// name of the repository further up.
    static func name(of path: String) -> String {
        let parts = URL(fileURLWithPath: path).pathComponents
        let cached = parts.last { $0.hasPrefix("models--") }
        let repository = cached.map { String($0.dropFirst("models--".count)).replacing("--", with: "/") }
        let folder = repository ?? parts.dropLast().last { $0 != "/" }
        return [folder, parts.last].compactMap { $0 }.joined(separator: "/")
    }
}
