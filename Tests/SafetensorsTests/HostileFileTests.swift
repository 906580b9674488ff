import Foundation
import Safetensors
import TensorCore
import TestSupport
import Testing

/// A broken or malicious file is an error that says what is wrong with it, never a crash.
struct HostileFileTests {
    @Test(
        arguments: [
            (#"{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}"#, 4, "takes 8 bytes"),
            (#"{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#, 4, "the file holds 4"),
            (#"{"x":{"dtype":"F32","shape":[1],"data_offsets":[8,4]}}"#, 8, "claims bytes 8 to 4"),
            (#"{"x":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}"#, 4, "an integer"),
            (#"{"x":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}"#, 0, "impossible shape"),
            (#"{"x":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,0]}}"#, 0, "an integer"),
            (#"{"x":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}"#, 4, "\"]\" was expected"),
            (
                #"{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#,
                4, "occurs twice"
            ),
            (
                #"{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"y":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}}"#,
                6, "overlaps"
            ),
            (#"{"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#, 8, "belong to no tensor"),
            (#"{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#, 9, "end at byte 4"),
            (#"{"x":{"dtype":"F32","shape":[1],"data_offsets":[0]}}"#, 4, "needs \"dtype\""),
            (#"{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"more":1}}"#, 4, "unknown field \"more\""),
            (#"{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}} x"#, 4, "the end was expected"),
            (#"{"x":"#, 0, "\"{\" was expected"), (#"[]"#, 0, "\"{\" was expected"),
            (#"{"\ud800":1}"#, 0, "second half"),
            (#"{"\u+123":1}"#, 0, "hexadecimal"), ("{\"a\u{1}\":1}", 0, "control"), ("", 0, "\"{\" was expected"),
        ] as [(String, Int, String)])
    func headers(_ header: String, _ dataCount: Int, _ reason: String) throws {
        let path = try Scratch.file(header, [UInt8](repeating: 0, count: dataCount))
        let error = #expect(throws: SafetensorsError.self) { try loadTensors(from: path) }
        let text = error?.description ?? ""
        #expect(text.contains(reason) && text.contains(path), "\(text)")
    }

    @Test func aTensorOfAnotherTypeIsAnErrorOnlyWhenItIsAskedFor() throws {
        let header =
            #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"x":{"dtype":"U16","shape":[1],"data_offsets":[4,6]}}"#
        let path = try Scratch.file(header, [0, 0, 0x80, 0x3F, 1, 0])
        #expect(try loadTensors(from: path) == ["a": Tensor([Float(1)])])
        let file = try SafetensorsFile(path)
        #expect(file.names == ["a", "x"] && file.entry("x") == nil)
        let error = #expect(throws: SafetensorsError.self) { try file.tensor("x") }
        #expect(error?.description.contains("\"x\" in \(path) has the type \"U16\"; known are F64") == true)
    }

    @Test func metadataMayBeNull() throws {
        let header = #"{"__metadata__": null, "a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#
        let file = try SafetensorsFile(Scratch.file(header, [0, 0, 0x80, 0x3F]))
        #expect(file.metadata.isEmpty && file.names == ["a"])
    }

    @Test func lengthsThatLie() throws {
        for claim in [UInt64.max, 1 << 63, 100_000_001, 50] {
            #expect(throws: SafetensorsError.self) { try loadTensors(from: Scratch.file("{}", claiming: claim)) }
        }
        #expect(throws: SafetensorsError.self) { try loadTensors(from: Scratch.file(bytes: [1, 2, 3])) }
        #expect(throws: SafetensorsError.self) { try loadTensors(from: Scratch.file(bytes: [])) }
    }

    @Test func deepNestingIsAnErrorLikeAnyOther() throws {
        let deep = String(repeating: "{\"a\":", count: 200_000)
        #expect(throws: SafetensorsError.self) { try loadTensors(from: Scratch.file(deep)) }
    }

    @Test func whatIsNotAFile() {
        for path in ["/tmp", "/dev/zero", "/no/such/file", ""] {
            #expect(throws: SafetensorsError.self, "\(path)") { try loadTensors(from: path) }
        }
    }
}
