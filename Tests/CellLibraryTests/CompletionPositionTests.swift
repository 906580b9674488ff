import CellInterpreter
import CellLibrary
import Foundation
import TestSupport
import Testing

/// Cuts the notebook and the programs of the library at the names in them: what stands there must be offered.
@Suite struct CompletionPositionTests {
    @Test func whatStandsInTheNotebookIsOfferedThere() throws {
        let cells = try Self.notebook()
        #expect(cells.count > 20)
        let missed = onDeepStack {
            cells.indices.flatMap { Self.missed(cells[$0], after: cells[..<$0].joined(separator: "\n"), 8) }
        }
        #expect(missed == [])
    }

    @Test func whatStandsInAProgramIsOfferedThere() {
        let missed = onDeepStack {
            Program.all.flatMap { Self.missed($0.body, after: "let weights = \"w\"; let file = \"f\"", 15) }
        }
        #expect(missed == [])
    }

    /// What is not offered at names of a cell, of which earlier ones stand above it.
    private static func missed(_ cell: String, after earlier: String, _ most: Int) -> [String] {
        let interpreter = Interpreter(library: .swiftLens(), output: RecordedCells())
        let start = earlier.utf8.count + 1
        return NamePositions(cell).spread(most).flatMap { position -> [String] in
            let cut = position.start + 1
            let before = String(decoding: cell.utf8.prefix(cut), as: UTF8.self)
            return [("whole", cell), ("cut", before)].compactMap { way, text in
                if way == "cut", position.needsTextBehind { return nil }
                let items = interpreter.complete(earlier + "\n" + text, cursor: start + cut).items
                guard !items.contains(where: { $0.text == position.name }) else { return nil }
                return "\(way): \(position): \(before.split(separator: "\n").last ?? "")"
            }
        }
    }

    private struct Notebook: Decodable {
        struct Cell: Decodable {
            var cell_type: String
            var source: Source
        }
        enum Source: Decodable {
            case text(String)
            init(from decoder: any Decoder) throws {
                let value = try decoder.singleValueContainer()
                self = .text(try (try? value.decode(String.self)) ?? value.decode([String].self).joined())
            }
            var text: String {
                switch self {
                case .text(let text): text
                }
            }
        }
        var cells: [Cell]
    }

    /// The notebook's cells, of those with magics nothing.
    private static func notebook() throws -> [String] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("notebooks/ablation-experiment.ipynb")
        let notebook = try JSONDecoder().decode(Notebook.self, from: Data(contentsOf: file))
        return notebook.cells.filter { $0.cell_type == "code" }.map(\.source.text).filter { !$0.hasPrefix("%") }
    }
}
