internal import FileSafety
internal import Safetensors
internal import TensorCore
internal import TorchFiles

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The files of a model folder in which PyTorch saved the weights, where it has no safetensors.
enum TorchWeights {
    private static let single = "pytorch_model.bin"

    /// The name of the file; nil where there is none, or more than one that could be meant.
    ///
    /// TransformerLens's own models lie in `<name>_final.pth`, beside what was saved on the way.
    static func name(in folder: String) -> String? {
        if SmallFile.exists(folder + "/" + single) { return single }
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter {
            $0.hasSuffix(".pth") && SmallFile.exists(folder + "/" + $0)
        }
        let final = names.filter { $0.hasSuffix("final.pth") }
        return final.count == 1 ? final[0] : names.count == 1 ? names[0] : nil
    }

    /// Whether a folder has weights of this kind, all of them.
    static func areWhole(in folder: String) -> Bool {
        name(in: folder) != nil || ShardIndex.isWhole(folder: folder, name: ShardIndex.torch)
    }

    /// The files, opened, and the path of the one or of their index; nil where there are none.
    /// - Throws: ``PretrainedModelError`` that names the file.
    static func files(in folder: String) throws -> (path: String, files: [any TensorSource])? {
        if let name = name(in: folder) { return (folder + "/" + name, [try open(name, in: folder)]) }
        guard SmallFile.exists(folder + "/" + ShardIndex.torch) else { return nil }
        let index = try ShardIndex(folder: folder, name: ShardIndex.torch)
        return (folder + "/" + ShardIndex.torch, try index.shards { try open($0, in: folder) })
    }

    private static func open(_ name: String, in folder: String) throws -> TorchFile {
        do { return try TorchFile(folder + "/" + name) } catch let error as TorchFileError {
            throw PretrainedModelError.pickledWeights(folder: folder, file: name, reason: error.description)
        }
    }
}

extension TorchFile: TensorSource {
    func shape(of name: String) -> [Int]? { entry(name)?.shape }
    func typeName(of name: String) -> String? { entry(name)?.type.rawValue }

    func tensor(_ name: String, inspecting inspect: @escaping FloatInspection) throws -> Tensor {
        let tensor = try tensor(name)
        if tensor.dtype == .float32 { tensor.withUnsafeFloats { inspect($0) } }
        return tensor
    }
}
