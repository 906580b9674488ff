import Foundation
import HookedTransformers
import PretrainedModels
import TensorCore
import TestSupport
import Testing

/// What broken model folders and names are answered with.
struct LoadingErrorTests {
    @Test(
        "A config that cannot be is an error that names the file and the key",
        arguments: [
            ("\"n_layer\": 2", "\"x\": 2", "lacks \"n_layer\""),
            ("\"n_head\": 4", "\"n_head\": 5", "a multiple of n_head = 5"),
            ("\"n_embd\": 32", "\"n_embd\": \"wide\"", "a whole number of at least 1, and is wide"),
            ("\"n_layer\": 2", "\"n_layer\": -2", "a whole number of at least 1"),
            ("\"model_type\": \"gpt2\"", "\"model_type\": \"bloom\"", "the architecture \"bloom\" is not supported"),
            ("{", "{\"n_experts\": 4, ", "has the key \"n_experts\" (4), which this kind of model does not know"),
            ("\"activation_function\": \"gelu_new\"", "\"activation_function\": \"step\"", "\"step\" is not supported"),
            ("\"vocab_size\": 200", "\"vocab_size\": 201", "asks for [201, 32]"),
            ("\"n_layer\": 2", "\"n_layer\": 3", "has no tensor \"h.2.ln_1.weight\""),
            ("\"scale_attn_weights\": true", "\"scale_attn_weights\": false", "\"scale_attn_weights\" should be true"),
            ("{", "{\"add_cross_attention\": true, ", "\"add_cross_attention\" should be false"),
            ("{", "[", "is not a JSON object"),
        ])
    func configs(old: String, new: String, expected: String) throws {
        try withCopy { folder in
            let file = folder.appending(path: "config.json")
            let text = try String(contentsOf: file, encoding: .utf8)
            try #require(text.contains(old))
            try text.replacing(old, with: new, maxReplacements: 1).write(to: file, atomically: true, encoding: .utf8)
            expectError(folder, expected)
        }
    }

    @Test("A truncated, missing or lying weights file is an error that names it")
    func weights() throws {
        try withCopy { folder in
            let file = folder.appending(path: "model.safetensors")
            let data = try Data(contentsOf: file)
            try data.prefix(data.count / 2).write(to: file)
            expectError(folder, "model.safetensors")
            try Data("not a checkpoint".utf8).write(to: file)
            expectError(folder, "model.safetensors")
            try FileManager.default.removeItem(at: file)
            expectError(folder, "has no model.safetensors")
        }
    }

    @Test("NaN in a weight is an error that names the tensor")
    func notFinite() throws {
        try withCopy { folder in
            let file = folder.appending(path: "model.safetensors")
            var data = try Data(contentsOf: file)
            data.replaceSubrange((data.count - 4)..<data.count, with: [0, 0, 0xC0, 0x7F])
            try data.write(to: file)
            expectError(folder, "not a finite number")
        }
    }

    @Test("An unknown name is answered with near names, a known one that is nowhere with the command that fetches it")
    func names() {
        #expect(message("gpt2-smal").contains("did you mean \"gpt2-small\""))
        for path in ["./folder", "model.gguf", "/no/where", "../x"] {
            #expect(message(path).hasPrefix("there is no file or folder \(path) (the current folder is /"))
        }
        #expect(message("gpt2-xl").contains("hf download gpt2-xl config.json model.safetensors vocab.json merges.txt"))
    }

    @Test("A folder without tokenizer files runs on ids, and says what is missing when it is given text")
    func noTokenizer() throws {
        let model = try HookedTransformer.fromPretrained(Golden.path("tiny/checkpoint"))
        #expect(try model([1, 2, 3]).shape == [1, 3, 200])
        let error = #expect(throws: ModelError.self) { try model("text") }
        #expect(error?.description.contains("has no vocab.json") == true)
    }

    private func expectError(_ folder: URL, _ expected: String) {
        let message = message(folder.path)
        #expect(message.contains(expected) && message.contains(folder.path), "\(message)")
    }

    private func message(_ nameOrFolder: String) -> String {
        do {
            _ = try HookedTransformer.fromPretrained(nameOrFolder)
            return "no error"
        } catch { return "\(error)" }
    }

    private func withCopy(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.copyItem(at: URL(filePath: Golden.path("tiny/checkpoint")), to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }
}
