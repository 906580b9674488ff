import Foundation
import HookedTransformers
import PretrainedModels
import Safetensors
import TensorCore
import TestSupport
import Testing

/// The forms in which a family's files come are one model.
struct FamilyFilesTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path

    private func logits(_ family: GoldenFamily, _ change: (String, Tensor) -> (String, Tensor)) throws -> Tensor {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.copyItem(atPath: family.folder, toPath: folder)
        let old = try loadTensors(from: family.folder + "/model.safetensors")
        try FileManager.default.removeItem(atPath: folder + "/model.safetensors")
        let changed = Dictionary(uniqueKeysWithValues: old.map { change($0.key, $0.value) })
        try saveTensors(changed, to: folder + "/model.safetensors")
        return try HookedTransformer.fromPretrainedNoProcessing(folder)(family["tokens"])
    }

    @Test("What PyTorch saved is read without running it, and is the same model")
    func pickles() throws {
        let (family, path) = (try GoldenFamily("attn-only-shortformer"), Golden.path("families/attn-only-pickle"))
        let tokens = try family["tokens"]
        let expected = try family.load(.raw)(tokens)
        #expect(try HookedTransformer.fromPretrainedNoProcessing(path)(tokens).isIdentical(to: expected))
    }

    @Test(
        "Names may lack the part that a head puts before them",
        arguments: ["mistral", "qwen3", "gemma2", "phi", "phi3", "neox", "gptj", "opt"])
    func bareNames(_ name: String) throws {
        let family = try GoldenFamily(name)
        let bare = try logits(family) { name, tensor in
            let prefix = ["model.", "gpt_neox.", "transformer."].first(where: name.hasPrefix)
            return (prefix.map { String(name.dropFirst($0.count)) } ?? name, tensor)
        }
        #expect(try bare.isIdentical(to: family.load(.raw)(family["tokens"])))
    }

    @Test("The oldest models have other names, and matrices that are turned")
    func oldest() throws {
        let family = try GoldenFamily("solu-old")
        let old = try logits(family) { name, tensor in
            let name = name.replacing("ln_final", with: "norm").replacing("ln", with: "norm")
            return (name, name.contains("W_") ? tensor.transposed(-1, -2) : tensor)
        }
        #expect(try old.isIdentical(to: family.load(.raw)(family["tokens"])))
    }
}
