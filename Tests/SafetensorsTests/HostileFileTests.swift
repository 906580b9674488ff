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
            (#"{"x":{"dtype":"Q4","shape":[1],"data_offsets":[0,4]}}"#, 4, "\"Q4\"; known are F64"),
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

    /// Every damaged byte either leaves a file that reads, or is an error; nothing else.
    @Test func damagedBytesNeverCrash() throws {
        let path = Scratch.path()
        try saveTensors(["a": Tensor([1.0, 2, 3]), "b": Tensor([[1, 2]]), "c": Tensor([true])], to: path)
        let whole = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
        var random = RepeatableRandomGenerator(seed: 11)
        let damaged = Scratch.path()
        for _ in 0..<2000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
            try Data(bytes).write(to: URL(fileURLWithPath: damaged))
            do {
                let tensors = try loadTensors(from: damaged)
                #expect(tensors.values.reduce(0) { $0 + $1.byteCount } <= 8 * bytes.count)
            } catch is SafetensorsError {}
        }
    }
}
