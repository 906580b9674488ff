import Foundation
import HookedTransformers
import PretrainedModels
import TensorCore
import TestSupport
import Testing

/// A damaged config.json either describes the model or is an error that says what is wrong. Set `FUZZ_ROUNDS` for a
/// longer search.
struct HostileInputTests {
    @Test func damagedConfigsNeverCrash() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "config-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: URL(filePath: Golden.path("tiny/checkpoint")), to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "config.json")
        let good = try Array(Data(contentsOf: file))
        var mutations = Mutations(seed: 7)
        var (read, refused) = (0, 0)
        for _ in 0..<Mutations.rounds(400) {
            try Data(mutations.damaged(good)).write(to: file)
            do {
                _ = try HookedTransformer.fromPretrained(folder.path)
                read += 1
            } catch {
                #expect(!"\(error)".isEmpty)
                refused += 1
            }
        }
        #expect(read > 0 && refused > 0)
    }

    @Test func damagedGGUFModelsNeverCrash() throws {
        let file = try TinyGGUF(copying: Golden.path("families/llama2/checkpoint"), as: "llama")
        let letters = (0x21..<0x7F).compactMap { Unicode.Scalar(UInt8($0)) }.map(String.init)
        file.metadata["tokenizer.ggml.model"] = .string("llama")
        file.metadata["tokenizer.ggml.tokens"] = .strings(
            ["<unk>", "<s>", "</s>", "▁"] + letters.prefix(60) + ["AB", "▁A"])
        file.metadata["tokenizer.ggml.scores"] = .numbers((0..<66).map { -Double($0) })
        file.metadata["tokenizer.ggml.token_type"] = .integers([2, 3, 3] + [Int](repeating: 1, count: 63))
        try file.write()
        let model = try HookedTransformer.fromPretrained(file.path)
        #expect(try model.toStrTokens("AB A") == ["<s>", " ", "AB", " A"])
        let good = file.bytes
        // What stands before the numbers is a small part of the file.
        let head = min(good.count, 4200)
        var mutations = Mutations(seed: 21)
        var (read, refused) = (0, 0)
        for round in 0..<Mutations.rounds(300) {
            let cut = round.isMultiple(of: 8) ? Array(good.prefix(good.count * (round % 61) / 61)) : good
            try file.write(mutations.damaged(Array(cut.prefix(head))) + cut.dropFirst(head))
            do {
                _ = try HookedTransformer.fromPretrained(file.path).toTokens("AB")
                read += 1
            } catch {
                #expect(!"\(error)".isEmpty)
                refused += 1
            }
        }
        #expect(read > 0 && refused > 0)
    }

    @Test func whatCannotBeReadIsNamedWithFileKeyExpectedAndFound() throws {
        let tiny = TinyCheckpoint()
        func message(_ files: [String: String] = [:]) throws -> String {
            try tiny.write(files)
            do {
                _ = try HookedTransformer.fromPretrained(tiny.path)
                return "no error"
            } catch { return "\(error)" }
        }
        tiny.config["quantization_config"] = ["quant_method": "awq", "bits": 4]
        let packed = try message()
        #expect(
            packed.contains("config.json: \"quantization_config\"") && packed.contains("\"awq\"")
                && packed.contains("GGUF"))
        tiny.config["quantization_config"] = nil
        tiny.config["vocab_size"] = 200
        tiny.tensors["transformer.wte.weight"] = tiny.tensors["transformer.wte.weight"]?[0..<200]
        let large = try message(TinyCheckpoint.tokenizerFiles)
        #expect(
            large.contains("vocab.json") && large.contains("ids below the model's d_vocab, which is 200"), "\(large)")
    }
}
