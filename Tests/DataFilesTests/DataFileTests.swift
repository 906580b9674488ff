import DataFiles
import FileSafety
import Foundation
import SessionSafety
import TestSupport
import Testing

/// Text, tables and JSON are read, and what is wrong with them is told with its line.
struct DataFileTests {
    private func file(_ text: String) throws -> String { try file(Array(text.utf8)) }

    private func file(_ bytes: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "data-\(UUID().uuidString)")
        try Data(bytes).write(to: file)
        return file.path
    }

    @Test func textIsReadAndItsMarkLeftOut() throws {
        #expect(try loadText(file("é\n😀")) == "é\n😀")
        #expect(try loadText(file([0xEF, 0xBB, 0xBF, 0x61])) == "a")
        #expect(throws: FileError.self) { try loadText("/none/there") }
        let bad = try file([0x61, 0x0A, 0xFF, 0x0A])
        #expect(throws: DataFileError(path: bad, line: 2, problem: "is no UTF-8 text")) { try loadText(bad) }
    }

    @Test func aTableHasColumnsOfTextAndOfNumbers() throws {
        let path = try file("name,effect\r\n\"a, \"\"b\"\"\",1e-3\r\n\"two\nlines\",-2\n\nlast,3")
        let table = try loadCSV(path)
        #expect(table.columns == ["name", "effect"] && table.count == 3)
        #expect(try table["name"] == ["a, \"b\"", "two\nlines", "last"])
        #expect(try table.numbers("effect") == [0.001, -2, 3])
        #expect(throws: DataFileError(path: path, line: nil, problem: "has no column \"x\"; it has name, effect")) {
            try table["x"]
        }
        #expect(throws: DataFileError.self) { try table.numbers("name") }
        #expect(try loadCSV(file("a\tb\n1\t2"), separator: "\t")["b"] == ["2"])
    }

    @Test(
        "What is wrong with a table is told with its line",
        arguments: [
            ("", nil, "is empty"), ("a,b\n1", 2, "has 1 field, and the columns are 2"),
            ("a,b\n1,2\n\"x", 3, "opens a quote that is never closed"),
            ("a\n\"x\"y", 2, "has text behind a closing quote"),
        ] as [(String, Int?, String)]) func badTable(text: String, line: Int?, problem: String) throws
    {
        let path = try file(text)
        let error = #expect(throws: DataFileError.self) { try loadCSV(path) }
        #expect(error?.line == line && error?.problem.hasPrefix(problem) == true, "\(String(describing: error))")
    }

    @Test func jsonIsReadByNamesAndPlaces() throws {
        let json = try loadJSON(file(#"{"layers": [1, 2.5, null, true], "name": "é"}"#))
        #expect(json["layers"]?[0]?.int == 1 && json["layers"]?[1]?.double == 2.5 && json["layers"]?[2]?.isNull == true)
        #expect(json["layers"]?[3]?.bool == true && json["layers"]?[9] == nil && json["none"] == nil)
        #expect(json.keys == ["layers", "name"] && json["name"]?.string == "é" && json["layers"]?.array?.count == 4)
        let bad = try file("{\n \"a\": }")
        let error = #expect(throws: DataFileError.self) { try loadJSON(bad) }
        #expect(error?.line == 2)
    }

    @Test func linesOfJSONAreReadOneByOne() throws {
        #expect(try loadJSONLines(file("{\"a\": 1}\n\n{\"a\": 2}\r\n")).map { $0["a"]?.int } == [1, 2])
        let error = #expect(throws: DataFileError.self) { try loadJSONLines(file("1\n2\n[")) }
        #expect(error?.line == 3)
    }

    @Test func aStopIsHeard() throws {
        let row = String(repeating: "12345,abcde\n", count: 200_000)
        let path = try file("a,b\n" + row)
        #expect(try Interruption.countingLooks { try loadCSV(path) }.looks > 100)
    }

    @Test func aFileThatMemoryHasNoRoomForIsAnErrorBeforeItIsRead() throws {
        let path = try file("a,b\n")
        // A terabyte on paper: there is no byte of it on the disk.
        #expect(truncate(path, 1 << 40) == 0)
        for read in [
            { _ = try loadText(path) }, { _ = try loadCSV(path) }, { _ = try loadJSON(path) },
            { _ = try loadJSONLines(path) },
        ] {
            let error = #expect(throws: MemoryShortage.self) { try read() }
            #expect(error?.description.isEmpty == false)
        }
    }

    @Test func damagedFilesNeverCrash() throws {
        var mutations = Mutations(seed: 21)
        let (table, json) = (
            Array("a,b\n\"x, \"\"y\"\"\",2\n3,4\n".utf8), Array("{\"a\": [1, {\"b\": null}]}\n[2]".utf8)
        )
        for _ in 0..<Mutations.rounds(1000) {
            let (tablePath, jsonPath) = (try file(mutations.damaged(table)), try file(mutations.damaged(json)))
            defer { for path in [tablePath, jsonPath] { try? FileManager.default.removeItem(atPath: path) } }
            do { _ = try loadCSV(tablePath).numbers("b") } catch is DataFileError {}
            do { _ = try loadJSON(jsonPath) } catch is DataFileError {}
            do { _ = try loadJSONLines(jsonPath) } catch is DataFileError {}
        }
    }
}
