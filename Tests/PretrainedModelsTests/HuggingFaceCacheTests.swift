import Foundation
import PretrainedModels
import TestSupport
import Testing

/// Models are found where Hugging Face's own tools would find them.
struct HuggingFaceCacheTests {
    private let root = FileManager.default.temporaryDirectory.appending(path: "cache-\(UUID().uuidString)").path
    private let all = ["config.json", "model.safetensors", "vocab.json", "merges.txt"]

    /// Makes a snapshot as `hf download` does: files under blobs, links to them in the snapshot.
    private func put(
        _ files: [String], _ repository: String, in cache: String, revision: String = "r1", isMain: Bool = true
    )
        throws
    {
        let folder = "\(root)/\(cache)/models--" + repository.replacingOccurrences(of: "/", with: "--")
        for part in ["blobs", "snapshots/\(revision)", "refs"] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(part)", withIntermediateDirectories: true)
        }
        if isMain { try Data(revision.utf8).write(to: URL(filePath: "\(folder)/refs/main")) }
        for file in files {
            try Data("{}".utf8).write(to: URL(filePath: "\(folder)/blobs/\(revision)-\(file)"))
            symlink("../../blobs/\(revision)-\(file)", "\(folder)/snapshots/\(revision)/\(file)")
        }
    }

    private func found(_ name: String, _ environment: [String: String]) throws -> String {
        let folder = try WeightsDirectory.find(name, environment: environment)
        return folder.hasPrefix(root + "/") ? String(folder.dropFirst(root.count + 1)) : folder
    }

    @Test func theVariablesOfItsToolsAreRead() throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        let snapshot = "models--gpt2/snapshots/r1"
        for place in ["home/.cache/huggingface/hub", "home/hub", "other/hub", "xdg/huggingface/hub"] {
            try put(all, "gpt2", in: place)
        }
        let home = ["HOME": root + "/home"]
        let cases: [([String: String], String)] = [
            ([:], "home/.cache/huggingface/hub"), (["HF_HUB_CACHE": "~/hub"], "home/hub"),
            (["HF_HUB_CACHE": "$HOME/hub"], "home/hub"), (["HF_HUB_CACHE": "${HOME}/hub"], "home/hub"),
            (["HF_HUB_CACHE": ""], "home/.cache/huggingface/hub"), (["HUGGINGFACE_HUB_CACHE": "~/hub"], "home/hub"),
            (["HUGGINGFACE_HUB_CACHE": "\(root)/none", "HF_HUB_CACHE": "~/hub"], "home/hub"),
            (["TRANSFORMERS_CACHE": "\(root)/other/hub", "HF_HOME": "\(root)/none"], "other/hub"),
            (["HF_HOME": "$PLACE/other", "PLACE": root], "other/hub"), (["HF_HOME": "~"], "home/hub"),
            (["XDG_CACHE_HOME": "\(root)/xdg"], "xdg/huggingface/hub"),
        ]
        for (environment, expected) in cases {
            let variables = home.merging(environment) { $1 }
            #expect(try found("gpt2-small", variables) == "\(expected)/\(snapshot)", "\(environment)")
        }
    }

    @Test func theFirstWholeSnapshotIsTaken() throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        let cache = ["HF_HUB_CACHE": root + "/hub"]
        try put(["config.json", "vocab.json", "merges.txt"], "gpt2", in: "hub")
        #expect(try found("gpt2-small", cache) == "hub/models--gpt2/snapshots/r1")
        try put(all, "openai-community/gpt2", in: "hub", revision: "r2")
        #expect(try found("gpt2-small", cache) == "hub/models--openai-community--gpt2/snapshots/r2")
        try put(["config.json", "model.safetensors"], "gpt2", in: "hub", revision: "r3", isMain: false)
        #expect(try found("gpt2", cache) == "hub/models--openai-community--gpt2/snapshots/r2")
        try put(all, "gpt2", in: "hub", revision: "r4", isMain: false)
        #expect(try found("gpt2", cache) == "hub/models--gpt2/snapshots/r4")
        // A link to a file that was not fetched to the end is none.
        try FileManager.default.removeItem(atPath: root + "/hub/models--gpt2/blobs/r4-model.safetensors")
        #expect(try found("gpt2", cache) == "hub/models--openai-community--gpt2/snapshots/r2")
    }

    @Test func aRepositoryOfOnesOwn() throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        let cache = ["HF_HUB_CACHE": root + "/hub"]
        try put(all, "me/my-gpt2", in: "hub")
        #expect(try found("me/my-gpt2", cache) == "hub/models--me--my-gpt2/snapshots/r1")
        for name in ["me/other", "../me/my-gpt2", "me/my-gpt2/x", "me--my-gpt2", "", "..", "gpt2-smal"] {
            #expect(throws: PretrainedModelError.self, "\(name)") { try found(name, cache) }
        }
        let error = #expect(throws: PretrainedModelError.self) { try found("me/other", cache) }
        #expect(error?.description.contains("hf download me/other") == true)
        #expect(error?.description.contains(root + "/hub") == true)
    }

    @Test(
        "Names are Hugging Face's and TransformerLens's, in capital letters or small ones",
        arguments: [
            ("pythia-70m", "EleutherAI/pythia-70m"), ("pythia", "EleutherAI/pythia-70m"),
            ("EleutherAI/pythia-19m", "EleutherAI/pythia-70m"),
            ("PYTHIA-1.4B-deduped", "EleutherAI/pythia-1.4b-deduped"),
            ("eleutherai/Pythia-14M", "EleutherAI/pythia-14m"), ("Llama-3.2-1B", "meta-llama/Llama-3.2-1B"),
            ("meta-llama/llama-3.2-1b-instruct", "meta-llama/Llama-3.2-1B-Instruct"),
            ("tiny-stories-1L-21M", "roneneldan/TinyStories-1Layer-21M"), ("neo", "EleutherAI/gpt-neo-125M"),
            ("qwen2.5-0.5b", "Qwen/Qwen2.5-0.5B"), ("Qwen/Qwen3-0.6B", "Qwen/Qwen3-0.6B"),
            ("gemma-2-2b", "google/gemma-2-2b"), ("mistral-7b", "mistralai/Mistral-7B-v0.1"), ("GPT2", "gpt2"),
            ("ME/My-gpt2", "me/my-gpt2"),
        ])
    func names(_ name: String, _ repository: String) throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        let cache = ["HF_HUB_CACHE": root + "/hub"]
        let missing = #expect(throws: PretrainedModelError.self) { try found(name, cache) }
        let fetched = repository == "me/my-gpt2" ? name : repository
        #expect(missing?.description.contains("hf download \(fetched) ") == true, "\(missing?.description ?? "")")
        try put(["config.json", "model.safetensors", "tokenizer.json"], repository, in: "hub")
        let folder = "models--" + repository.replacing("/", with: "--")
        #expect(try found(name, cache) == "hub/\(folder)/snapshots/r1")
    }

    @Test func commandsFetchWhatAModelIsMadeOf() throws {
        let nowhere = ["HF_HUB_CACHE": root + "/hub"]
        func command(_ name: String) -> String {
            do { return try WeightsDirectory.find(name, environment: nowhere) } catch { return "\(error)" }
        }
        #expect(command("gpt2-small").contains("hf download gpt2 config.json model.safetensors vocab.json merges.txt"))
        #expect(
            command("pythia-1.4b").contains("hf download EleutherAI/pythia-1.4b --include \"*.json\" \"*.safetensors\"")
        )
        #expect(command("tiny-stories-1M").contains("\"pytorch_model.bin\""))
        #expect(command("me/model-GGUF").contains("hf download me/model-GGUF --include \"*.gguf\""))
        #expect(Set(ModelRegistry.names).count == ModelRegistry.names.count)
    }

    @Test func aRepositoryOfOneGGUFFile() throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        try put(["README.md", "model-q8_0.gguf"], "me/model-GGUF", in: "hub")
        let cache = ["HF_HUB_CACHE": root + "/hub"]
        #expect(try found("me/model-GGUF", cache) == "hub/models--me--model-GGUF/snapshots/r1/model-q8_0.gguf")
    }
}
