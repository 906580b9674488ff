import FileSafety
import Foundation
import Testing
import Tokenizers

/// Tokenizers of which one list is as long as it can be, or whose few steps make a text that no memory holds.
struct LongListTests {
    private func problem(
        _ members: [String: String] = [:], vocabulary: String = #"{"a":0,"b":1,"ab":2}"#, merges: String = #"["a b"]"#
    ) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var all = ["pre_tokenizer": #"{"type":"ByteLevel"}"#, "decoder": #"{"type":"ByteLevel"}"#]
        all.merge(members) { $1 }
        all["model"] = #"{"type":"BPE","vocab":\#(vocabulary),"merges":\#(merges)}"#
        let text = "{" + all.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
        try Data(text.utf8).write(to: folder.appending(path: "tokenizer.json"))
        do {
            _ = try BytePairTokenizer(directory: folder)
            return ""
        } catch {
            #expect("\(error)".contains(folder.path))
            return "\(error)"
        }
    }

    private func sequence(_ name: String, _ elements: [String]) -> String {
        #"{"type":"Sequence","\#(name)":[\#(elements.joined(separator: ","))]}"#
    }

    @Test func stepsThatAreTooMany() throws {
        let (few, many) = (MostInModelFiles.textSteps, MostInModelFiles.textSteps + 1)
        let kinds = [
            ("normalizer", "normalizers", #"{"type":"NFC"}"#),
            ("pre_tokenizer", "pretokenizers", #"{"type":"ByteLevel"}"#),
        ]
        for (key, name, step) in kinds {
            #expect(try problem([key: sequence(name, Array(repeating: step, count: few))]).isEmpty)
            let text = try problem([key: sequence(name, Array(repeating: step, count: many))])
            #expect(text.contains("at most \(few) steps") && text.contains(key), "\(text)")
        }
    }

    @Test func stepsThatMakeATextTooLong() throws {
        let double = #"{"type":"Replace","pattern":{"String":"a"},"content":"aa"}"#
        #expect(try problem(["normalizer": sequence("normalizers", Array(repeating: double, count: 4))]).isEmpty)
        let long = try problem(["normalizer": sequence("normalizers", Array(repeating: double, count: 40))])
        #expect(long.contains("at most 16 times and 64 bytes longer"), "\(long)")
        let prefix = String(repeating: "x", count: 65)
        #expect(try problem(["normalizer": #"{"type":"Prepend","prepend":"\#(prefix)"}"#]).contains("64 bytes longer"))
        let marks =
            Array(repeating: #"{"type":"Metaspace","replacement":"    "}"#, count: 8) + [#"{"type":"ByteLevel"}"#]
        #expect(try problem(["pre_tokenizer": sequence("pretokenizers", marks)]).contains("at most 16 times"))
    }

    /// What stands behind the first merge that is wrong is not gone through.
    @Test func theFirstMergeThatIsWrongEndsReading() throws {
        #expect(try problem(merges: #"["x y", 5]"#).contains("\"x y\", whose \"x\" is not in it"))
    }

    @Test func membersThatNobodyReads() throws {
        #expect(try problem(["x": "[" + String(repeating: "1,", count: 2 * MostInModelFiles.settings) + "1]"]).isEmpty)
        let added = String(repeating: #"{"id":3,"content":"c"},"#, count: MostInModelFiles.settings) + "0"
        #expect(
            try problem(["added_tokens": "[\(added)]"]).contains("more than \(2 * MostInModelFiles.settings) values"))
    }
}
