import Foundation
import Testing

/// A program whose comments say what it does.
///
/// ```swift
/// print(1 + 1)        // prints: 2
/// let x: Int = "a"    // error: cannot convert value of type 'String' to specified type 'Int'
/// [1, 2][5]           // fails: index 5 is out of range
/// // %%
/// x                   // shows: 3
/// ```
/// `// %%` begins another cell of the same session. What is printed is compared line by line, in order, with all
/// `prints:` of the cell, of which a line may have several, also on lines of their own. An error's text must hold what
/// stands behind `error:` (found before the cell runs) or `fails:` (while it runs), and be on that line.
struct CellProgram: CustomTestStringConvertible {
    struct Cell {
        var text: String
        var printed: [String] = []
        var shown: [String] = []
        /// By line, counted from 1.
        var diagnostics: [(line: Int, message: String)] = []
        var failure: (line: Int, message: String)?
    }

    let name: String
    let cells: [Cell]

    var testDescription: String { name }

    init(name: String, text: String) {
        self.name = name
        var cells: [Cell] = []
        var lines: [Substring] = []
        func finish() {
            cells.append(Cell(lines))
            lines = []
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("// %%") { finish() } else { lines.append(line) }
        }
        finish()
        self.cells = cells
    }

    /// Every program below `Cells`.
    static var all: [CellProgram] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cells")
        guard let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else { return [] }
        let files = walk.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
        return files.sorted { $0.path < $1.path }.compactMap { file in
            let name = file.deletingPathExtension().path.dropFirst(folder.path.count + 1)
            return (try? String(contentsOf: file, encoding: .utf8)).map { CellProgram(name: String(name), text: $0) }
        }
    }
}

extension CellProgram.Cell {
    fileprivate init(_ lines: [Substring]) {
        text = lines.joined(separator: "\n")
        for (index, line) in lines.enumerated() {
            for (kind, expected) in CellProgram.Cell.expectations(line) {
                switch kind {
                case "prints": printed.append(expected)
                case "shows": shown.append(expected)
                case "error": diagnostics.append((index + 1, expected))
                default: failure = (index + 1, expected)
                }
            }
        }
    }

    /// The comments of a line that say what it does.
    private static func expectations(_ line: Substring) -> [(kind: String, text: String)] {
        line.components(separatedBy: "// ").dropFirst().compactMap { part in
            for kind in ["prints", "shows", "error", "fails"] where part.hasPrefix(kind + ":") {
                // One blank stands behind the colon; more belong to the text.
                let text = part.dropFirst(kind.count + 1)
                let end = text.lastIndex { !$0.isWhitespace }.map { text.index(after: $0) } ?? text.startIndex
                return (kind, String(text[..<end].dropFirst(text.hasPrefix(" ") ? 1 : 0)))
            }
            return nil
        }
    }
}
