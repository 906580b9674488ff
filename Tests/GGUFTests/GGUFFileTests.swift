import Foundation
import GGUF
import TensorCore
import TestSupport
import Testing

/// A file that the format's own Python package wrote, with random blocks of every kind, reads as that package reads it.
struct GGUFFileTests {
    private let path = Golden.path("gguf/kinds.gguf")

    @Test("Every kind of number is unpacked to the last bit", arguments: GGUFTensorType.allCases)
    func numbers(_ type: GGUFTensorType) throws {
        let file = try GGUFFile(path)
        let expected = try Golden("gguf", "kinds")[type.name]
        let entry = try #require(file.entry(type.name))
        #expect(entry.type == type && entry.shape == expected.shape)
        let read = try file.tensor(type.name)
        #expect(
            read.shape == expected.shape && read.toArray().map(\.bitPattern) == expected.toArray().map(\.bitPattern))
    }

    @Test func metadata() throws {
        let file = try GGUFFile(path)
        #expect(file.metadata["general.architecture"]?.string == "llama")
        #expect(file.metadata["llama.block_count"] == .integer(3) && file.metadata["x.yes"] == .boolean(true))
        #expect(file.metadata["llama.rope.freq_base"]?.number == 10000.5 && file.metadata["x.negative"]?.integer == -7)
        #expect(file.metadata["x.large"] == .unsigned(1 << 63 + 5))
        #expect(file.metadata["tokenizer.ggml.tokens"] == .array([.string("<unk>"), .string("▁a"), .string("é\n")]))
        #expect(file.metadata["tokenizer.ggml.scores"]?.array?.map(\.number) == [0.5, -1, 2])
    }

    @Test func aTensorOfAnotherKindIsAnErrorOnlyWhenItIsAskedFor() throws {
        let file = try GGUFFile(path)
        #expect(file.names.count == GGUFTensorType.allCases.count + 1 && file.entry("other")?.type == nil)
        let error = #expect(throws: GGUFError.self) { try file.tensor("other") }
        #expect(error?.description.contains("\"other\" in \(path) is of type Q2_K; these are read: F32") == true)
        let missing = #expect(throws: GGUFError.self) { try file.tensor("none") }
        #expect(missing?.description.contains("has no tensor \"none\"; it has \"BF16\"") == true)
    }

    @Test func whatIsNoSuchFile() throws {
        for path in [
            "/tmp", "/dev/zero", "/no/such/file", "", Golden.path("gguf/kinds.safetensors"), Golden.path("README.md"),
        ] {
            let error = #expect(throws: GGUFError.self, "\(path)") { try GGUFFile(path) }
            #expect(error?.description.isEmpty == false)
        }
    }
}
