import Foundation
import HookedTransformers
import PretrainedModels
import Safetensors
import TensorCore
import TestSupport
import Testing

/// Text of every family: which tokenizer it comes with, whether a BOS is put in front, and how it goes on.
struct FamilyTextTests {
    /// A family, the kind of its tokenizer, what the tokenizer's settings call BOS and EOS, and whether text gets a BOS in front.
    struct Case: Sendable, CustomTestStringConvertible {
        let family, kind, bos, eos: String
        let getsBOS: Bool

        init(_ family: String, _ kind: String, _ bos: String, _ eos: String, getsBOS: Bool = true) {
            (self.family, self.kind, self.bos, self.eos, self.getsBOS) = (family, kind, bos, eos, getsBOS)
        }

        var testDescription: String { family }
    }

    private static let end = "<|endoftext|>"
    private static let cases = [
        Case("neox", "neox", end, end), Case("gpt-neo", "gpt2", end, end), Case("gptj", "gpt2", end, end),
        Case("opt", "gpt2", end, end), Case("phi", "gpt2", end, end),
        Case("llama2", "llama2", "<s>", "</s>"), Case("mistral", "mistral", "<s>", "</s>"),
        Case("phi3", "phi3", "<s>", end), Case("llama3", "llama3", "<|begin_of_text|>", "<|end_of_text|>"),
        Case("gemma1", "gemma", "<bos>", "<eos>"), Case("gemma2", "gemma", "<bos>", "<eos>"),
        Case("gemma3", "gemma", "<bos>", "<eos>"), Case("attn-only", "digits", "<|im_start|>", end),
        Case("qwen2", "qwen2", "", end, getsBOS: false), Case("qwen3", "qwen2", "", end, getsBOS: false),
    ]

    private struct Texts: Decodable {
        let texts: [Text]

        struct Text: Decodable {
            let text: String
            let plain: [Int]
        }
    }

    @Test("A BOS comes first where the family has one, once, and text goes on", arguments: cases)
    func texts(_ one: Case) throws {
        let folder = try Self.folder(of: one)
        defer { try? FileManager.default.removeItem(at: folder) }
        let model = try HookedTransformer.fromPretrainedNoProcessing(folder.path)
        #expect(model.cfg.defaultPrependBOS == one.getsBOS)
        let ids = model.tokenizer.map { ($0.bosTokenID, $0.eosTokenID) }
        let bos = try #require(one.bos.isEmpty ? ids?.1 : ids?.0)
        let golden = try JSONDecoder().decode(
            Texts.self,
            from: Data(contentsOf: URL(filePath: Golden.path("tokenizers/\(one.kind).golden.json"))))
        for text in golden.texts where !text.plain.isEmpty && text.plain.first != bos {
            func ids(_ prepends: Bool?) throws -> [Int] {
                try model.toTokens(text.text, prependBOS: prepends, truncate: false).toIntArray()
            }
            #expect(try ids(nil) == (one.getsBOS ? [bos] : []) + text.plain, "\(text.text.debugDescription)")
            #expect(try ids(false) == text.plain && ids(true) == [bos] + text.plain)
        }
        let longer = try model.generate("the house", maxNewTokens: 4, stopAtEOS: false, doSample: false)
        #expect(longer.hasPrefix("the house"))
    }

    /// The family's tiny model with as many token ids as the tokenizer has, and that tokenizer.
    private static func folder(of one: Case) throws -> URL {
        let (source, count) = (URL(filePath: try GoldenFamily(one.family).folder), 1000)
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let data = try Data(contentsOf: source.appending(path: "config.json"))
        var config = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let key = config["vocab_size"] == nil ? "d_vocab" : "vocab_size"
        let old = try #require(config[key] as? Int)
        config[key] = count
        if config["d_vocab_out"] != nil { config["d_vocab_out"] = count }
        try JSONSerialization.data(withJSONObject: config).write(to: folder.appending(path: "config.json"))
        var tensors: [String: Tensor] = [:]
        for file in try FileManager.default.contentsOfDirectory(atPath: source.path) where file.hasSuffix("safetensors")
        {
            for (name, tensor) in try loadTensors(from: source.appending(path: file).path) {
                let axis = tensor.shape.firstIndex(of: old)
                tensors[name] = axis.map { longer(tensor, $0, count) } ?? tensor
            }
        }
        try saveTensors(tensors, to: folder.appending(path: "model.safetensors").path)
        try FileManager.default.copyItem(
            atPath: Golden.path("tokenizers/\(one.kind).tokenizer.json"),
            toPath: folder.appending(path: "tokenizer.json").path)
        var settings = ["eos_token": one.eos]
        if !one.bos.isEmpty { settings["bos_token"] = one.bos }
        try JSONSerialization.data(withJSONObject: settings).write(
            to: folder.appending(path: "tokenizer_config.json"))
        return folder
    }

    /// Zeros behind what there is along an axis.
    private static func longer(_ tensor: Tensor, _ axis: Int, _ count: Int) -> Tensor {
        var rest = tensor.shape
        rest[axis] = count - tensor.shape[axis]
        return Tensor.cat([tensor, Tensor.zeros(rest)], dim: axis)
    }
}
