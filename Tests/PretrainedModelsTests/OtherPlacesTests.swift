import Foundation
import HookedTransformers
import PretrainedModels
import Safetensors
import TensorCore
import TestSupport
import Testing

/// Models whose parts lie in several files of PyTorch, or beside a model that sees pictures.
struct OtherPlacesTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path

    private func write(_ object: [String: Any], _ name: String) throws {
        let file = URL(fileURLWithPath: folder + "/" + name)
        try JSONSerialization.data(withJSONObject: object).write(to: file)
    }

    @Test("What PyTorch saved is read by its index, and what the index says is believed only where it is true")
    func torchShards() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (family, source) = (try GoldenFamily("attn-only-shortformer"), Golden.path("families/attn-only-pickle"))
        try FileManager.default.copyItem(atPath: source, toPath: folder)
        let (first, second) = ("pytorch_model-00001-of-00002.bin", "pytorch_model-00002-of-00002.bin")
        try FileManager.default.moveItem(atPath: folder + "/model_final.pth", toPath: folder + "/" + first)
        let names = try SafetensorsFile(family.folder + "/model.safetensors").names
        let index = "pytorch_model.bin.index.json"
        try write(["weight_map": Dictionary(uniqueKeysWithValues: names.map { ($0, first) })], index)
        let model = try HookedTransformer.fromPretrainedNoProcessing(folder)
        #expect(try model(family["tokens"]).isIdentical(to: family.load(.raw)(family["tokens"])))

        var map = Dictionary(uniqueKeysWithValues: names.map { ($0, first) })
        map[names[0]] = second
        try write(["weight_map": map], index)
        expectError(naming: [index, second, "not there"])
        try FileManager.default.copyItem(atPath: folder + "/" + first, toPath: folder + "/" + second)
        expectError(naming: [first, second])
        try Data("PK".utf8).write(to: URL(fileURLWithPath: folder + "/" + second))
        expectError(naming: [second, "cannot be read"])
    }

    private func expectError(naming parts: [String]) {
        let error = #expect(throws: PretrainedModelError.self) { try HookedTransformer.fromPretrained(folder) }
        for part in parts { #expect("\(error, default: "none")".contains(part), "\(part)") }
    }

    @Test("The language model of a model that also sees pictures", arguments: ["language_model.", "model."])
    func languagePart(_ style: String) throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let family = try GoldenFamily("gemma3")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let config = try JSONSerialization.jsonObject(
            with: Data(contentsOf: URL(fileURLWithPath: family.folder + "/config.json")))
        try write(
            [
                "model_type": "gemma3", "text_config": config, "vision_config": ["hidden_size": 8],
                "mm_tokens_per_image": 4, "image_token_index": 5,
            ], "config.json")
        var tensors = ["vision_tower.embeddings.weight": Tensor.ones([3, 2])]
        for (name, tensor) in try loadTensors(from: family.folder + "/model.safetensors") {
            let isNew = style == "model." && name.hasPrefix(style)
            tensors[isNew ? "model.language_model." + name.dropFirst(6) : style == "model." ? name : style + name] =
                tensor
        }
        try saveTensors(tensors, to: folder + "/model.safetensors")
        let model = try HookedTransformer.fromPretrainedNoProcessing(folder)
        #expect(try model(family["tokens"]).isIdentical(to: family.load(.raw)(family["tokens"])))
        #expect(model.cfg.nLayers == (try family.load(.raw).cfg.nLayers))
    }
}
