import FileSafety
import Foundation
import Safetensors
import TensorCore
import TestSupport
import Testing

/// What is written is read again, and what others wrote is read as they meant it.
struct SafetensorsRoundTripTests {
    @Test func tensorsNamesAndMetadataSurvive() throws {
        let path = Scratch.path()
        let tensors = [
            "grid": Tensor([[0.5, -1], [2, 3]]), "tokens": Tensor([[1, Int.max], [3, Int.min]]),
            "mask": Tensor([true, false, true]), "one": Tensor(1.5), "none": Tensor.zeros([0, 3]),
            "na\"me\n\u{1}é": Tensor([1]),
        ]
        try saveTensors(tensors, to: path, metadata: ["made by": "a \"test\"\\"])
        let read = try loadTensors(from: path)
        #expect(read == tensors)
        #expect(read["tokens"]?.dtype == .int64 && read["mask"]?.dtype == .bool)
        #expect(try SafetensorsFile(path).metadata == ["made by": "a \"test\"\\"])
        try saveTensors(["only": Tensor(1)], to: path)
        #expect(try SafetensorsFile(path).names == ["only"])
    }

    @Test func everyTypeIsReadAsTheNearestOne() throws {
        let f64 = withUnsafeBytes(of: 0.1) { Array($0) }
        let cases: [(String, [UInt8], Tensor)] = [
            ("F16", [0x00, 0x3C, 0x01, 0x80, 0x00, 0xFC, 0xFF, 0x7B], Tensor([1, -0x1p-24, -Double.infinity, 65504])),
            ("BF16", [0x80, 0x3F, 0x49, 0x40], Tensor([1, 3.140625])), ("F64", f64, Tensor([Float(0.1)])),
            ("I32", [0xFF, 0xFF, 0xFF, 0xFF], Tensor([-1])), ("I16", [0x00, 0x80], Tensor([-32768])),
            ("I8", [0x80, 0x7F], Tensor([-128, 127])), ("U8", [0xFF], Tensor([255])),
            ("BOOL", [0, 1, 2], Tensor([false, true, true])),
        ]
        for (dtype, bytes, expected) in cases {
            let header = #"{"x":{"dtype":"\#(dtype)","shape":[\#(expected.count)],"data_offsets":[0,\#(bytes.count)]}}"#
            let read = try loadTensors(from: Scratch.file(header, bytes))["x"]
            #expect(read == expected && read?.dtype == expected.dtype, "\(dtype)")
        }
    }

    @Test func aCheckpointByOthers() throws {
        let file = try SafetensorsFile(Golden.path("tiny/checkpoint/model.safetensors"))
        let embedding = try file.tensor("transformer.wte.weight")
        #expect(embedding.shape == [200, 32] && !embedding.isNaN().any())
        let error = #expect(throws: SafetensorsError.self) { try file.tensor("wte") }
        #expect(error?.description.contains("has no tensor \"wte\"; it has \"transformer.") == true)
    }

    @Test func aFileThatCanNotBeWrittenLeavesNothingBehind() {
        #expect(throws: FileError.self) { try saveTensors([:], to: "/no/such/folder/x.safetensors") }
        #expect(throws: FileError.self) { try saveTensors([:], to: "/tmp") }
        #expect(throws: SafetensorsError.reservedName) {
            try saveTensors(["__metadata__": Tensor(1)], to: Scratch.path())
        }
    }
}
