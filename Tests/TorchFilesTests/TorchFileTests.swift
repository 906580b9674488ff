import Foundation
import Safetensors
import TensorCore
import TestSupport
import Testing
import TorchFiles

/// Files of PyTorch are read as tensors, and never run.
struct TorchFileTests {
    private let path = FileManager.default.temporaryDirectory.appending(path: "torch-\(UUID().uuidString).pth")

    private func open(_ archive: TorchArchive) throws -> TorchFile {
        try Data(archive.bytes).write(to: path)
        return try TorchFile(path.path)
    }

    private func message(_ archive: TorchArchive) -> String {
        do {
            _ = try open(archive)
            return "no error"
        } catch { return "\(error)" }
    }

    private static func floats(_ values: [Float]) -> [UInt8] {
        values.flatMap { value in (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) } }
    }

    @Test("A file that PyTorch wrote holds the tensors of the same model as safetensors")
    func sameModel() throws {
        let file = try TorchFile(Golden.path("families/attn-only-pickle/model_final.pth"))
        let expected = try SafetensorsFile(Golden.path("families/attn-only-shortformer/checkpoint/model.safetensors"))
        #expect(Set(expected.names).isSubset(of: file.names))
        for name in expected.names { #expect(try file.tensor(name).isIdentical(to: expected.tensor(name)), "\(name)") }
    }

    @Test("Numbers that don't lie in the order of the elements, or from the start on")
    func strides() throws {
        defer { try? FileManager.default.removeItem(at: path) }
        var pickle = TensorPickle()
        pickle.add("transposed", storage: 6, shape: [3, 2], strides: [1, 3])
        pickle.add("late", storage: 6, offset: 2, shape: [2, 2], strides: [2, 1])
        pickle.add("scalar", storage: 6, offset: 5, shape: [], strides: [])
        pickle.add("empty", storage: 6, shape: [0, 4], strides: [4, 1])
        pickle.add("half", type: "HalfStorage", key: "1", storage: 2, shape: [2], strides: [1])
        pickle.add("bfloat", type: "BFloat16Storage", key: "1", storage: 2, shape: [2], strides: [1])
        pickle.add("bytes", type: "ByteStorage", key: "1", storage: 4, shape: [4], strides: [1])
        let file = try open(
            TorchArchive(
                pickle: pickle.finished,
                storages: ["0": Self.floats([0, 1, 2, 3, 4, 5]), "1": [0x00, 0x3C, 0x80, 0xC0]]))
        #expect(file.names.count == 7)
        #expect(try file.tensor("transposed") == Tensor([[0, 3], [1, 4], [2, 5]].map { $0.map { Float($0) } }))
        #expect(try file.tensor("late") == Tensor([[2, 3], [4, 5]].map { $0.map { Float($0) } }))
        #expect(try file.tensor("scalar").item() == 5)
        #expect(try file.tensor("empty").shape == [0, 4])
        #expect(try file.tensor("half").toArray() == [1, -2.25])
        #expect(try file.tensor("bfloat").toArray() == [0.0078125, -4])
        #expect(try file.tensor("bytes").toIntArray() == [0, 0x3C, 0x80, 0xC0])
    }

    @Test(
        "What is more than tensors is refused by name, and nothing of it is run",
        arguments: [
            ("os", "system"), ("builtins", "eval"), ("torch", "load"), ("posix", "system"), ("__main__", "Model"),
        ])
    func functions(module: String, name: String) throws {
        defer { try? FileManager.default.removeItem(at: path) }
        let pickle = TensorPickle()
        let mark = path.path + ".run"
        let call = pickle.global(module, name) + Array("(X".utf8) + [UInt8(6 + mark.utf8.count), 0, 0, 0]
        let text = message(TorchArchive(pickle: pickle.bytes + call + Array("touch \(mark)tR.".utf8)))
        #expect(text.contains("asks for \"\(module).\(name)\", which may run code and is refused"), "\(text)")
        #expect(!FileManager.default.fileExists(atPath: mark))
    }

    @Test("Tensors that don't lie in their numbers, and numbers that are not there")
    func lies() throws {
        defer { try? FileManager.default.removeItem(at: path) }
        let storages = ["0": Self.floats([0, 1, 2, 3, 4, 5])]
        func told(_ add: (inout TensorPickle) -> Void) -> String {
            var pickle = TensorPickle()
            add(&pickle)
            return message(TorchArchive(pickle: pickle.finished, storages: storages))
        }
        let beyond = "does not lie in its 6 numbers"
        #expect(told { $0.add("a", storage: 6, shape: [7], strides: [1]) }.contains(beyond))
        #expect(told { $0.add("a", storage: 600, shape: [7], strides: [1]) }.contains(beyond))
        #expect(told { $0.add("a", storage: 6, offset: 1, shape: [2, 3], strides: [3, 1]) }.contains(beyond))
        #expect(told { $0.add("a", storage: 6, offset: -1, shape: [2], strides: [1]) }.contains(beyond))
        #expect(told { $0.add("a", storage: 6, shape: [2], strides: [-1]) }.contains(beyond))
        #expect(
            told { $0.add("a", storage: 6, shape: [1 << 30, 1 << 30, 1 << 30], strides: [0, 0, 0]) }.contains(beyond))
        #expect(told { $0.add("a", storage: 6, shape: [1 << 30], strides: [0]) }.contains(beyond))
        #expect(
            told { $0.add("a", key: "9", storage: 6, shape: [1], strides: [1]) }.contains("\"data/9\" of tensor \"a\""))
    }

    @Test("Archives of other kinds are told apart")
    func kinds() throws {
        defer { try? FileManager.default.removeItem(at: path) }
        let pickle = TensorPickle().finished
        #expect(message(TorchArchive(pickle: pickle, method: 8)).contains("is compressed"))
        #expect(message(TorchArchive(pickle: pickle, byteOrder: "big")).contains("big-endian"))
        #expect(message(TorchArchive(pickle: [0x80, 2, 0x4E, 0x2E])).contains("something else than a dictionary"))
        try Data(pickle).write(to: path)
        let old = #expect(throws: TorchFileError.self) { try TorchFile(path.path) }
        #expect(old?.description.contains("is no zip archive") == true)
        for other in ["/tmp", "/dev/zero", "/no/such/file", ""] {
            #expect(throws: TorchFileError.self, "\(other)") { try TorchFile(other) }
        }
        let file = try TorchFile(Golden.path("families/attn-only-pickle/model_final.pth"))
        let error = #expect(throws: TorchFileError.self) { try file.tensor("none") }
        #expect(error?.description.contains("has no tensor \"none\"; it has \"blocks.0.attn") == true)
    }
}
