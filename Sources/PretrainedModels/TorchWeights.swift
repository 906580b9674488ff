internal import FileSafety
internal import Safetensors
internal import TensorCore
internal import TorchFiles

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The file of a model folder in which PyTorch saved the weights, where it has no safetensors.
enum TorchWeights {
    private static let single = "pytorch_model.bin"
    private static let index = "pytorch_model.bin.index.json"

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

    /// The file, opened; nil where there is none.
    /// - Throws: ``PretrainedModelError/pickledWeights(folder:file:reason:)``.
    static func file(in folder: String) throws -> TorchFile? {
        guard let name = name(in: folder) else {
            guard SmallFile.exists(folder + "/" + index) else { return nil }
            throw PretrainedModelError.pickledWeights(
                folder: folder, file: index, reason: "weights of PyTorch in several files are not read")
        }
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
