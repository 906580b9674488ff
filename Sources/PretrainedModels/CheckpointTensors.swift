internal import FileSafety
internal import HookedTransformers
internal import Safetensors
internal import SessionSafety
internal import Synchronization
internal import TensorCore
internal import TorchFiles

/// The tensors of a checkpoint by name, in one file or several, with or without the prefix that Hugging Face's heads put
/// before them.
///
/// Each is read from its file straight into its own memory: a checkpoint is never held twice.
struct CheckpointTensors {
    /// The file of the weights, or the index of several; for errors.
    let file: String
    private let holders: [String: any TensorSource]
    /// What a model keeps the matrices of blocks and of tokens as.
    var dtype = WeightType.float32

    /// Those of a GGUF file.
    init(_ checkpoint: GGUFCheckpoint) {
        file = checkpoint.path
        holders = Dictionary(checkpoint.names.map { ($0, checkpoint) }) { first, _ in first }
    }

    /// - Throws: ``PretrainedModelError`` or ``SafetensorsError`` that names the file, and the tensor where it is about one.
    init(folder: String, ofLanguagePart isPart: Bool) throws {
        var files: [any TensorSource]
        if SmallFile.exists(folder + "/model.safetensors") {
            file = folder + "/model.safetensors"
            files = [try SafetensorsFile(file)]
        } else if SmallFile.exists(folder + "/" + ShardIndex.safetensors) {
            file = folder + "/" + ShardIndex.safetensors
            files = try ShardIndex(folder: folder, name: ShardIndex.safetensors)
                .shards { try SafetensorsFile(folder + "/" + $0) }
        } else if let saved = try TorchWeights.files(in: folder) {
            (file, files) = saved
        } else {
            throw PretrainedModelError.missingFile(folder: folder, file: "model.safetensors")
        }
        if isPart { files = files.map(LanguagePart.init) }
        holders = Dictionary(files.flatMap { file in file.names.map { ($0, file) } }) { first, _ in first }
    }

    /// The files that hold them.
    var paths: [String] { Set(holders.values.map(\.path)).sorted() }

    func has(_ name: String) -> Bool { fullName(name) != nil }

    /// The names, without the prefix.
    var names: [String] {
        holders.keys.map { $0.hasPrefix(Self.prefix) ? String($0.dropFirst(Self.prefix.count)) : $0 }
    }

    /// What the names that begin with `prefix` do begin with in this file, which may lack its first part.
    func stored(_ prefix: String) -> String {
        guard let optional = Self.optionalPrefixes.first(where: prefix.hasPrefix),
            !holders.keys.contains(where: { $0.hasPrefix(prefix) })
        else { return prefix }
        return String(prefix.dropFirst(optional.count))
    }

    /// The tensor called `name`, as Float32.
    /// - Throws: ``PretrainedModelError`` when it is missing or has another shape or type.
    func tensor(_ name: String, _ shape: [Int]) throws -> Tensor {
        try Interruption.check()
        guard let fullName = fullName(name), let file = holders[fullName] else {
            throw PretrainedModelError.missingTensor(file: file, name: spelled(name), expected: shape)
        }
        if fullName == name, holders[Self.prefix + name] != nil {
            throw PretrainedModelError.tensorTwice(name: name, files: [file.path])
        }
        if let found = file.shape(of: fullName), found != shape {
            throw PretrainedModelError.wrongShape(
                file: file.path, name: file.spelled(fullName), expected: shape, found: found)
        }
        return try finite(file, fullName)
    }

    /// What the file itself calls a tensor, or would call one that it lacks.
    func spelled(_ name: String) -> String { holders.values.first?.spelled(name) ?? name }

    private func finite(_ file: any TensorSource, _ name: String) throws -> Tensor {
        let mayBeBroken = Mutex(false)
        // Looking for the first broken number costs several times more than knowing that there is none.
        let tensor = try file.tensor(
            name,
            inspecting: { piece in
                if !Self.areFinite(piece) { mayBeBroken.withLock { $0 = true } }
            })
        guard tensor.dtype == .float32 else {
            throw PretrainedModelError.wrongType(
                file: file.path, name: file.spelled(name), found: file.typeName(of: name) ?? "\(tensor.dtype)")
        }
        if mayBeBroken.withLock(\.self), let index = Self.firstNonFinite(tensor) {
            throw PretrainedModelError.notFinite(file: file.path, name: file.spelled(name), index: index)
        }
        return tensor
    }

    /// Where the first NaN or infinity stands, counted over all elements.
    private static func firstNonFinite(_ tensor: Tensor) -> Int? {
        tensor.withUnsafeFloats { $0.firstIndex { !$0.isFinite } }
    }

    private static func areFinite(_ values: UnsafeBufferPointer<Float>) -> Bool {
        // An exponent of ones carries over into the sign.
        var carried: UInt32 = 0
        for value in values { carried |= (value.bitPattern & 0x7F80_0000) &+ 0x0080_0000 }
        return carried >> 31 == 0
    }

    private static let prefix = "transformer."
    /// What names begin with where a model was saved with its head, and lack where it was saved without.
    private static let optionalPrefixes = ["model.", "gpt_neox."]

    private func fullName(_ name: String) -> String? {
        let bare = Self.optionalPrefixes.first(where: name.hasPrefix).map { String(name.dropFirst($0.count)) }
        return [name, Self.prefix + name, bare ?? name].first { holders[$0] != nil }
    }
}
