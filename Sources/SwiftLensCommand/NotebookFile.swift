internal import FileSafety
internal import Notebooks

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A notebook and the file that it lies in.
struct NotebookFile {
    let path: String
    var notebook: Notebook

    /// - Throws: ``CommandError`` that names the file, what is wrong with it and where.
    init(_ path: String) throws {
        self.path = path
        do {
            notebook = try Notebook(SmallFile.bytes(path))
        } catch let error as NotebookError {
            throw CommandError("\(path)\(error.place.isEmpty ? "" : ":") \(error)")
        } catch {
            throw CommandError("cannot read \(path): \(FileFailure.reason(error))")
        }
    }

    /// The last part of the path.
    var name: String { URL(fileURLWithPath: path).lastPathComponent }

    /// The folder that it lies in.
    var folder: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

    /// Writes the notebook to `path`, whole or not at all.
    /// - Throws: ``CommandError``.
    static func write(_ notebook: Notebook, to path: String) throws {
        do {
            let bytes = notebook.bytes()
            try WrittenFile.write(to: path) { try $0.append(bytes) }
        } catch let error as FileError {
            throw CommandError("cannot write \(error)")
        }
    }
}
