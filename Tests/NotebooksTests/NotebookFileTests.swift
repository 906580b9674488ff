import TextFormats
import Foundation
import Notebooks
import Testing

/// Notebooks that others wrote are read, and given back as they were.
struct NotebookFileTests {
    static let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("notebooks/ablation-experiment.ipynb")

    @Test func theShippedNotebookComesBackByteForByte() throws {
        let bytes = try Array(Data(contentsOf: Self.shipped))
        let notebook = try Notebook(bytes)
        #expect(notebook.bytes() == bytes)
        #expect(notebook.codeCells.count == 28 && notebook.cellsHaveIDs)
        #expect(notebook.cells[2].source == "let modelName = \"tiny-ioi\"")
        #expect(notebook.cells[5].outputs.first?.content == .stream(name: "stdout", text: "cpu\n"))
    }

    @Test(
        "Order, numbers' text, unknown members and the layout are kept",
        arguments: [
            "{\n  \"nbformat\": 4,\n  \"nbformat_minor\": 0,\n  \"zebra\": {\n    \"a\": 1e-05,\n    \"b\": 4.50,\n    \"c\": NaN\n  },\n  \"cells\": []\n}",
            "{\n\t\"cells\": [\n\t\t{\n\t\t\t\"source\": \"1 + 1\",\n\t\t\t\"new\": [],\n\t\t\t\"cell_type\": \"code\",\n\t\t\t\"outputs\": [\n\t\t\t\t{\n\t\t\t\t\t\"output_type\": \"hologram\",\n\t\t\t\t\t\"depth\": -0.0\n\t\t\t\t}\n\t\t\t]\n\t\t}\n\t],\n\t\"nbformat\": 4\n}\n",
            "{\n \"cells\": [\n  {\n   \"cell_type\": \"raw\",\n   \"source\": [\n    \"tab \\t, é, \\u0001, \\\\ \\\"\\n\",\n    \"😀\"\n   ]\n  }\n ],\n \"nbformat\": 4,\n \"nbformat_minor\": 9\n}\n",
        ]) func isKept(text: String) throws
    {
        #expect(String(decoding: try Notebook(Array(text.utf8)).bytes(), as: UTF8.self) == text)
    }

    @Test func sourceMayBeOneTextOrLines() throws {
        let text =
            #"{"nbformat":4,"cells":[{"cell_type":"code","source":["a\n","b"]},{"cell_type":"code","source":"a\nb"}]}"#
        let notebook = try Notebook(Array(text.utf8))
        #expect(notebook.cells.map(\.source) == ["a\nb", "a\nb"])
        #expect(notebook.cells.allSatisfy { $0.id == nil && $0.tags.isEmpty && $0.outputs.isEmpty })
    }

    @Test func whatIsChangedIsWrittenAsJupyterWritesIt() throws {
        var notebook = Notebook(cells: [NotebookCell(code: "print(1)\n2", id: "a1", tags: ["parameters"])])
        notebook.cells[0].executionCount = 1
        notebook.cells[0].outputs = [
            .stream("stdout", "1\n"),
            .shown(data: ["text/plain": "2\n3", "image/png": "iVBO"], metadata: [:], resultOf: 1),
            .error("RuntimeError", "no", traceback: ["line"]),
        ]
        let again = try Notebook(notebook.bytes())
        #expect(again == notebook)
        #expect(again.cells[0].tags == ["parameters"] && again.cells[0].executionCount == 1)
        let text = String(decoding: notebook.bytes(), as: UTF8.self)
        #expect(text.contains("\"image/png\": \"iVBO\"") && text.contains("       \"2\\n\",\n       \"3\"\n"))
    }

    @Test(
        "What is wrong is told with its place",
        arguments: [
            ("", "a value was expected at byte 0 (line 1, column 1)"),
            ("[1]", "it holds a list where an object is needed"),
            ("{\"cells\": [],\n \"nbformat\": 4,}", "a quotation mark was expected at byte 29 (line 2, column 16)"),
            ("{\"cells\": [], \"cells\": [], \"nbformat\": 4}", "the name \"cells\" occurs twice"),
            ("{\"cells\": []}", "\"nbformat\" is missing"),
            ("{\"nbformat\": 4}", "\"cells\" is missing"),
            (
                "{\"nbformat\": 3, \"worksheets\": []}",
                "format 3, and 4 is read; `jupyter nbconvert --to notebook FILE`"
            ),
            ("{\"nbformat\": 5, \"cells\": []}", "format 5, and 4 is read"),
            ("{\"nbformat\": \"4\", \"cells\": []}", "nbformat is text"),
            ("{\"nbformat\": 4, \"cells\": {}}", "cells is an object, and a list is needed"),
            ("{\"nbformat\": 4, \"cells\": [1]}", "cells[0] is a number, and an object is needed"),
            ("{\"nbformat\": 4, \"cells\": [{\"source\": \"\"}]}", "cells[0] has no \"cell_type\""),
            (
                "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"heading\", \"source\": \"\"}]}",
                "cells[0].cell_type is \"heading\""
            ),
            (
                "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": [\"a\", 2]}]}",
                "cells[0].source[1] is a number"
            ),
            (
                "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": \"\", \"outputs\": [{\"output_type\": \"display_data\", \"data\": {\"text/plain\": 5}}]}]}",
                "cells[0].outputs[0].data[\"text/plain\"] is a number"
            ),
            ("{\"nbformat\": 4, \"cells\": [], \"a\": 01}", "a value was expected at byte 34"),
            (String(repeating: "[", count: 300), "nesting of at most 128 levels"),
        ]) func errors(text: String, expected: String)
    {
        let error = #expect(throws: NotebookError.self) { try Notebook(Array(text.utf8)) }
        #expect(error?.description.contains(expected) == true, "\(error?.description ?? "")")
    }

    @Test func bytesThatAreNoTextAreFound() {
        var bytes = Array("{\n \"nbformat\": 4,\n \"cells\": [], \"é\": \"é\"}".utf8)
        bytes[bytes.count - 4] = 0xFF
        let error = #expect(throws: NotebookError.self) { try Notebook(bytes) }
        #expect(error?.description == "is no notebook: no UTF-8 text at line 3, column 22")
    }
}
