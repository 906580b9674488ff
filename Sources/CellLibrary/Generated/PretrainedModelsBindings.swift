// swift-format-ignore-file
// Written by `make bindings` from the public declarations of Sources/PretrainedModels; change them there.
internal import CellHost
public import CellValues
internal import SwiftLens

extension ModelRegistry: HostObject {}
extension PretrainedModelError: HostObject {}
extension WeightsDirectory: HostObject {}

extension HostLibrary {
    /// What PretrainedModels offers to cells.
    func bindPretrainedModels() {
        bindPretrainedModels_ActivationCache_Save()
        bindPretrainedModels_HookedTransformer_FromPretrained()
        bindPretrainedModels_ModelRegistry()
        bindPretrainedModels_PretrainedModelError()
        bindPretrainedModels_WeightsDirectory()
    }

    private func bindPretrainedModels_ActivationCache_Save() {
        bind(
            "save", on: "ActivationCache",
            """
            /// Writes every activation into a safetensors file, keyed by hook name.
            ///
            /// ```swift
            /// try cache.save(to: "cache.safetensors")
            /// let same = try ActivationCache(contentsOf: "cache.safetensors", model: model)
            /// ```
            /// - Throws: `FileError` when the file can't be written.
            func save(to path: String) throws
            """
        ) { call in
            try call.value(0, as: ActivationCache.self).save(to: call.value(1, as: String.self))
            return .void
        }
        bind(
            "init", on: "ActivationCache",
            """
            /// The activations of a safetensors file, in the order in which they were computed where `save(to:)` wrote it.
            ///
            /// - Parameter model: the model that they came from, for what needs its weights, such as attributions.
            /// - Throws: `SafetensorsError` when the file can't be read.
            init(contentsOf path: String, model: HookedTransformer? = nil) throws
            """
        ) { call in
            try ActivationCache(
                contentsOf: call.value(0, as: String.self), model: call.value(1, as: HookedTransformer?.self)).toCell()
        }
    }

    private func bindPretrainedModels_HookedTransformer_FromPretrained() {
        bind(
            "fromPretrained", on: "HookedTransformer",
            """
            /// Loads a model by name, from a folder or from a GGUF file, and processes its weights as TransformerLens does.
            ///
            /// ```swift
            /// let model = try HookedTransformer.fromPretrained("tiny-ioi", refactorFactoredAttnMatrices: true)
            /// ```
            /// A GGUF file holds all that a model is: `fromPretrained("./model.gguf")`. A folder has such a file, or `config.json` and `model.safetensors`, or the latter's shards with their index, and for text
            /// `tokenizer.json`, or `vocab.json` with `merges.txt`. A name is looked for by `WeightsDirectory`; a repository's,
            /// such as `me/my-gpt2`, in Hugging Face's cache. Steps that a family does not allow are left out, with a line on standard
            /// error that says so: centring under norms that leave the mean where it is, refactoring where queries and keys are rotated or
            /// shared. The steps change the weights, not the log-probabilities; which they are changes what
            /// a zero ablation means, since value biases move into b_O.
            /// - Parameters:
            ///   - defaultPrependBOS: whether text gets a BOS in front unless a call says otherwise; nil for what the model's
            ///     family has, which is true but for Qwen, or true where the tokenizer's own files ask for one.
            ///   - dtype: what the matrices are kept as. `.bfloat16` halves the memory and makes generation faster; steps that change
            ///     matrices are left out then. nil is `.float32` below two billion parameters, and `.bfloat16` from there on.
            /// - Throws: `PretrainedModelError`, or an error about the weights or tokenizer file that names it.
            static func fromPretrained(_ nameOrFolder: String, centerUnembed: Bool = true, centerWritingWeights: Bool = true, foldLN: Bool = true, foldValueBiases: Bool = true, refactorFactoredAttnMatrices: Bool = false, defaultPrependBOS: Bool? = nil, dtype: WeightType? = nil) throws -> HookedTransformer
            """
        ) { call in
            let value0 = try call.value(0, as: String.self)
            let value1 = try call.value(1, as: Bool.self)
            let value2 = try call.value(2, as: Bool.self)
            let value3 = try call.value(3, as: Bool.self)
            let value4 = try call.value(4, as: Bool.self)
            let value5 = try call.value(5, as: Bool.self)
            let value6 = try call.value(6, as: Bool?.self)
            let value7 = try call.value(7, as: WeightType?.self)
            return try HookedTransformer.fromPretrained(
                value0, centerUnembed: value1, centerWritingWeights: value2, foldLN: value3, foldValueBiases: value4, 
                refactorFactoredAttnMatrices: value5, defaultPrependBOS: value6, dtype: value7).toCell()
        }
        bind(
            "fromPretrainedNoProcessing", on: "HookedTransformer",
            """
            /// Loads a model with its weights as they are stored: none of the processing steps.
            ///
            /// ```swift
            /// let model = try HookedTransformer.fromPretrainedNoProcessing("tiny-ioi")
            /// ```
            /// - Throws: as `fromPretrained(_:centerUnembed:centerWritingWeights:foldLN:foldValueBiases:refactorFactoredAttnMatrices:defaultPrependBOS:dtype:)`.
            static func fromPretrainedNoProcessing(_ nameOrFolder: String, defaultPrependBOS: Bool? = nil, dtype: WeightType? = nil) throws -> HookedTransformer
            """
        ) { call in
            try HookedTransformer.fromPretrainedNoProcessing(
                call.value(0, as: String.self), defaultPrependBOS: call.value(1, as: Bool?.self), 
                dtype: call.value(2, as: WeightType?.self)).toCell()
        }
    }

    private func bindPretrainedModels_ModelRegistry() {
        type(
            "ModelRegistry", ModelRegistry.self,
            doc: """
            The names that `fromPretrained` knows, with the repository of each in Hugging Face's cache.

            ```swift
            ModelRegistry.names        // ["tiny-ioi", "gpt2-small", …]
            ```
            Other models go by their repository, `"me/my-model"`, by a folder or by a GGUF file. Capital and small letters are one.
            """)
        bind(
            "names", on: "ModelRegistry",
            """
            /// All names, aliases left out.
            static var names: [String]
            """
        ) { _ in
            ModelRegistry.names.toCell()
        }
    }

    private func bindPretrainedModels_PretrainedModelError() {
        type(
            "PretrainedModelError", PretrainedModelError.self,
            doc: """
            What can keep a model from loading.
            """,
            describe: { $0.description })
        bind(
            "unknownName", on: "PretrainedModelError",
            """
            /// A name that no model has.
            static func unknownName(_ value: String, nearest: [String], known: [String]) -> PretrainedModelError
            """
        ) { call in
            try PretrainedModelError.unknownName(
                call.value(0, as: String.self), nearest: call.value(1, as: [String].self), 
                known: call.value(2, as: [String].self)).toCell()
        }
        bind(
            "notOnDisk", on: "PretrainedModelError",
            """
            /// A known model whose weights are not on this machine.
            static func notOnDisk(name: String, command: String, searched: [String]) -> PretrainedModelError
            """
        ) { call in
            try PretrainedModelError.notOnDisk(
                name: call.value(0, as: String.self), command: call.value(1, as: String.self), 
                searched: call.value(2, as: [String].self)).toCell()
        }
        bind(
            "notAFolder", on: "PretrainedModelError",
            """
            /// A path that is no model's folder.
            static func notAFolder(path: String) -> PretrainedModelError
            """
        ) { call in
            try PretrainedModelError.notAFolder(path: call.value(0, as: String.self)).toCell()
        }
        bind(
            "missingFile", on: "PretrainedModelError",
            """
            /// A folder that lacks one of a model's files.
            static func missingFile(folder: String, file: String) -> PretrainedModelError
            """
        ) { call in
            try PretrainedModelError.missingFile(folder: call.value(0, as: String.self), file: call.value(1, as: String.self)).toCell()
        }
        bind(
            "pickledWeights", on: "PretrainedModelError",
            """
            /// Weights that PyTorch saved and that cannot be read without running what is in them, or not yet.
            static func pickledWeights(folder: String, file: String, reason: String) -> PretrainedModelError
            """
        ) { call in
            try PretrainedModelError.pickledWeights(
                folder: call.value(0, as: String.self), file: call.value(1, as: String.self), 
                reason: call.value(2, as: String.self)).toCell()
        }
        bind(
            "missingShards", on: "PretrainedModelError",
            """
            /// An index that names files of weights which are not there.
            static func missingShards(index: String, names: [String]) -> PretrainedModelError
            """
        ) { call in
            try PretrainedModelError.missingShards(index: call.value(0, as: String.self), names: call.value(1, as: [String].self)).toCell()
        }
        bind(
            "badIndex", on: "PretrainedModelError",
            """
            /// An index of weights that cannot be read.
            static func badIndex(file: String, problem: String) -> PretrainedModelError
            """
        ) { call in
            try PretrainedModelError.badIndex(file: call.value(0, as: String.self), problem: call.value(1, as: String.self)).toCell()
        }
        bind(
            "tensorTwice", on: "PretrainedModelError",
            """
            /// A tensor that stands in two files.
            static func tensorTwice(name: String, files: [String]) -> PretrainedModelError
            """
        ) { call in
            try PretrainedModelError.tensorTwice(name: call.value(0, as: String.self), files: call.value(1, as: [String].self)).toCell()
        }
        bind(
            "unknownTensor", on: "PretrainedModelError",
            """
            /// A tensor of a GGUF file that its kind of model does not have.
            static func unknownTensor(file: String, name: String) -> PretrainedModelError
            """
        ) { call in
            try PretrainedModelError.unknownTensor(file: call.value(0, as: String.self), name: call.value(1, as: String.self)).toCell()
        }
        bind(
            "partOfSeveral", on: "PretrainedModelError",
            """
            /// One of several files into which a model was cut.
            static func partOfSeveral(file: String, number: Int, count: Int) -> PretrainedModelError
            """
        ) { call in
            try PretrainedModelError.partOfSeveral(
                file: call.value(0, as: String.self), number: call.value(1, as: Int.self), 
                count: call.value(2, as: Int.self)).toCell()
        }
        bind(
            "severalModels", on: "PretrainedModelError",
            """
            /// A folder with several GGUF files and nothing else.
            static func severalModels(folder: String, files: [String]) -> PretrainedModelError
            """
        ) { call in
            try PretrainedModelError.severalModels(folder: call.value(0, as: String.self), files: call.value(1, as: [String].self)).toCell()
        }
        bind(
            "unreadableConfig", on: "PretrainedModelError",
            """
            /// A configuration that is not a JSON object.
            static func unreadableConfig(file: String, reason: String) -> PretrainedModelError
            """
        ) { call in
            try PretrainedModelError.unreadableConfig(file: call.value(0, as: String.self), reason: call.value(1, as: String.self)).toCell()
        }
        bind(
            "impossibleModel", on: "PretrainedModelError",
            """
            /// Sizes that no model has.
            static func impossibleModel(file: String, problem: String) -> PretrainedModelError
            """
        ) { call in
            try PretrainedModelError.impossibleModel(file: call.value(0, as: String.self), problem: call.value(1, as: String.self)).toCell()
        }
        bind(
            "missingKey", on: "PretrainedModelError",
            """
            /// A key that the configuration lacks.
            static func missingKey(file: String, key: String) -> PretrainedModelError
            """
        ) { call in
            try PretrainedModelError.missingKey(file: call.value(0, as: String.self), key: call.value(1, as: String.self)).toCell()
        }
        bind(
            "badValue", on: "PretrainedModelError",
            """
            /// A key of the configuration with a value that it cannot have.
            static func badValue(file: String, key: String, expected: String, found: String) -> PretrainedModelError
            """
        ) { call in
            let value0 = try call.value(0, as: String.self)
            let value1 = try call.value(1, as: String.self)
            let value2 = try call.value(2, as: String.self)
            let value3 = try call.value(3, as: String.self)
            return PretrainedModelError.badValue(file: value0, key: value1, expected: value2, found: value3).toCell()
        }
        bind(
            "unknownKey", on: "PretrainedModelError",
            """
            /// A key of config.json that may stand for another network than the one that would be run.
            static func unknownKey(file: String, key: String, value: String) -> PretrainedModelError
            """
        ) { call in
            try PretrainedModelError.unknownKey(
                file: call.value(0, as: String.self), key: call.value(1, as: String.self), 
                value: call.value(2, as: String.self)).toCell()
        }
        bind(
            "quantized", on: "PretrainedModelError",
            """
            /// Weights that are packed in another way than GGUF files are.
            static func quantized(file: String, key: String, method: String) -> PretrainedModelError
            """
        ) { call in
            try PretrainedModelError.quantized(
                file: call.value(0, as: String.self), key: call.value(1, as: String.self), 
                method: call.value(2, as: String.self)).toCell()
        }
        bind(
            "unknownArchitecture", on: "PretrainedModelError",
            """
            /// An architecture that is not supported.
            static func unknownArchitecture(file: String, found: String, known: [String]) -> PretrainedModelError
            """
        ) { call in
            try PretrainedModelError.unknownArchitecture(
                file: call.value(0, as: String.self), found: call.value(1, as: String.self), 
                known: call.value(2, as: [String].self)).toCell()
        }
        bind(
            "unknownActivation", on: "PretrainedModelError",
            """
            /// A nonlinearity that is not supported.
            static func unknownActivation(file: String, found: String, known: [String]) -> PretrainedModelError
            """
        ) { call in
            try PretrainedModelError.unknownActivation(
                file: call.value(0, as: String.self), found: call.value(1, as: String.self), 
                known: call.value(2, as: [String].self)).toCell()
        }
        bind(
            "missingTensor", on: "PretrainedModelError",
            """
            /// A tensor that the weights lack.
            static func missingTensor(file: String, name: String, expected: [Int]) -> PretrainedModelError
            """
        ) { call in
            try PretrainedModelError.missingTensor(
                file: call.value(0, as: String.self), name: call.value(1, as: String.self), 
                expected: call.value(2, as: [Int].self)).toCell()
        }
        bind(
            "wrongShape", on: "PretrainedModelError",
            """
            /// A tensor whose shape is not the one that the configuration asks for.
            static func wrongShape(file: String, name: String, expected: [Int], found: [Int]) -> PretrainedModelError
            """
        ) { call in
            let value0 = try call.value(0, as: String.self)
            let value1 = try call.value(1, as: String.self)
            let value2 = try call.value(2, as: [Int].self)
            let value3 = try call.value(3, as: [Int].self)
            return PretrainedModelError.wrongShape(file: value0, name: value1, expected: value2, found: value3).toCell()
        }
        bind(
            "wrongType", on: "PretrainedModelError",
            """
            /// A tensor of a type that weights cannot have.
            static func wrongType(file: String, name: String, found: String) -> PretrainedModelError
            """
        ) { call in
            try PretrainedModelError.wrongType(
                file: call.value(0, as: String.self), name: call.value(1, as: String.self), 
                found: call.value(2, as: String.self)).toCell()
        }
        bind(
            "notFinite", on: "PretrainedModelError",
            """
            /// A weight that is infinite or not a number.
            static func notFinite(file: String, name: String, index: Int) -> PretrainedModelError
            """
        ) { call in
            try PretrainedModelError.notFinite(
                file: call.value(0, as: String.self), name: call.value(1, as: String.self), 
                index: call.value(2, as: Int.self)).toCell()
        }
        bind(
            "moreLayers", on: "PretrainedModelError",
            """
            /// Weights of more layers than the configuration has.
            static func moreLayers(file: String, config: String, key: String, layers: Int, found: String) -> PretrainedModelError
            """
        ) { call in
            let value0 = try call.value(0, as: String.self)
            let value1 = try call.value(1, as: String.self)
            let value2 = try call.value(2, as: String.self)
            let value3 = try call.value(3, as: Int.self)
            let value4 = try call.value(4, as: String.self)
            return PretrainedModelError.moreLayers(file: value0, config: value1, key: value2, layers: value3, found: value4).toCell()
        }
        bind(
            "headNotTied", on: "PretrainedModelError",
            """
            /// An unembedding that the configuration says to be the embedding, and is not.
            static func headNotTied(file: String, config: String, name: String, embedding: String, index: Int) -> PretrainedModelError
            """
        ) { call in
            let value0 = try call.value(0, as: String.self)
            let value1 = try call.value(1, as: String.self)
            let value2 = try call.value(2, as: String.self)
            let value3 = try call.value(3, as: String.self)
            let value4 = try call.value(4, as: Int.self)
            return PretrainedModelError.headNotTied(file: value0, config: value1, name: value2, embedding: value3, index: value4).toCell()
        }
        bind(
            "description", on: "PretrainedModelError",
            """
            /// What went wrong, and the way out: `error.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: PretrainedModelError.self).description.toCell()
        }
    }

    private func bindPretrainedModels_WeightsDirectory() {
        type(
            "WeightsDirectory", WeightsDirectory.self,
            doc: """
            Where a model's files lie: at a path that is given, in `weights/`, or in Hugging Face's cache.

            `weights/` is looked for in `SWIFTLENS_WEIGHTS`, then in the current directory and the directories above it, then at
            the install location. The cache is where Hugging Face's own tools have it: `HF_HUB_CACHE`, or `HF_HOME`/hub, or
            `~/.cache/huggingface/hub`.
            """)
        bind(
            "find", on: "WeightsDirectory",
            """
            /// The folder, or the GGUF file, of the model called `nameOrFolder`: a path, a known name, or a repository such as
            /// `me/my-gpt2`.
            /// - Throws: `PretrainedModelError` with the nearest names, or with the command that fetches a model.
            static func find(_ nameOrFolder: String) throws -> String
            """
        ) { call in
            try WeightsDirectory.find(call.value(0, as: String.self)).toCell()
        }
    }
}
