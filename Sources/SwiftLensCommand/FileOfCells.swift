internal import FileSafety

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A file of cells: Swift text in which a line that begins with `// %%` begins another cell.
struct FileOfCells: Sendable {
    /// One cell and what errors call it.
    struct Cell: Sendable, Equatable {
        let name: String
        let text: String
    }

    let cells: [Cell]

    /// Reads a file; `-` is the standard input.
    /// - Throws: ``CommandError`` that names the file.
    init(path: String) throws {
        let bytes = try Self.bytes(of: path)
        let name = path == "-" ? "standard input" : URL(fileURLWithPath: path).lastPathComponent
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandError("\(path) is not UTF-8 text")
        }
        self.init(text, name: name)
    }

    private static func bytes(of path: String) throws -> [UInt8] {
        do {
            return try StreamedFile.bytes(path == "-" ? "/dev/stdin" : path)
        } catch {
            throw CommandError("cannot read \(path): \(error.problem)")
        }
    }

    init(_ text: String, name: String) {
        var texts = [[Substring]()]
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("// %%") { texts.append([]) } else { texts[texts.count - 1].append(line) }
        }
        let cells = texts.map { $0.joined(separator: "\n") }.filter { !$0.allSatisfy(\.isWhitespace) }
        self.cells = cells.enumerated().map { number, text in
            Cell(name: cells.count == 1 ? name : "\(name), cell \(number + 1)", text: text)
        }
    }
}
