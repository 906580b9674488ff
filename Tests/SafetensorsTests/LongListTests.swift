import FileSafety
import Safetensors
import Testing

/// Headers of which one list is as long as it can be: refused as soon as that is seen.
struct LongListTests {
    private func problem(_ header: String) throws -> String {
        let path = try Scratch.file(header, [0, 0, 0, 0])
        return "\(String(describing: #expect(throws: SafetensorsError.self) { try SafetensorsFile(path) }))"
    }

    private func list(_ count: Int, _ element: (Int) -> String) -> String {
        (0..<count).map(element).joined(separator: ",")
    }

    @Test func tensors() throws {
        let entries = list(MostInModelFiles.tensors + 1) {
            #""\#($0)":{"dtype":"I8","shape":[0],"data_offsets":[0,0]}"#
        }
        #expect(try problem("{\(entries)}").contains("more than \(MostInModelFiles.tensors) tensors"))
    }

    @Test func metadata() throws {
        let members = list(MostInModelFiles.remarks + 1) { "\"\($0)\":\"\"" }
        #expect(
            try problem("{\"__metadata__\":{\(members)}}").contains("more than \(MostInModelFiles.remarks) metadata"))
    }

    @Test func axes() throws {
        let lengths = list(MostInModelFiles.axes + 1) { _ in "1" }
        let text = try problem(#"{"t":{"dtype":"F32","shape":[\#(lengths)],"data_offsets":[0,4]}}"#)
        #expect(text.contains("more than \(MostInModelFiles.axes) lengths of a tensor"))
    }
}
