internal import Foundation
internal import Safetensors
internal import SessionSafety
internal import TensorCore

/// The tensors of a checkpoint by name, with or without the prefix that Hugging Face's heads put before them.
struct CheckpointTensors {
    private let file: SafetensorsFile

    init(folder: String) throws {
        let path = folder + "/model.safetensors"
        guard FileManager.default.fileExists(atPath: path) else {
            throw PretrainedModelError.missingFile(folder: folder, file: "model.safetensors")
        }
        file = try SafetensorsFile(path)
    }

    func has(_ name: String) -> Bool { entry(name) != nil }

    /// The tensor called `name`, as Float32.
    /// - Throws: ``PretrainedModelError`` when it is missing or has another shape or type.
    func tensor(_ name: String, _ shape: [Int]) throws -> Tensor {
        try Interruption.check()
        guard let entry = entry(name) else {
            throw PretrainedModelError.missingTensor(file: file.path, name: name, expected: shape)
        }
        guard entry.shape == shape else {
            throw PretrainedModelError.wrongShape(
                file: file.path, name: entry.name, expected: shape, found: entry.shape)
        }
        let tensor = try file.tensor(entry.name)
        guard tensor.dtype == .float32 else {
            throw PretrainedModelError.wrongType(file: file.path, name: entry.name, found: "\(entry.dtype)")
        }
        if let index = try Self.firstNonFinite(tensor) {
            throw PretrainedModelError.notFinite(file: file.path, name: entry.name, index: index)
        }
        return tensor
    }

    /// Where the first NaN or infinity stands, counted over all elements.
    private static func firstNonFinite(_ tensor: Tensor) throws -> Int? {
        try tensor.withUnsafeFloats { values in
            let length = 1 << 20
            let stretches = (values.count + length - 1) / length
            // Looking for one costs several times more than knowing that there is none.
            let findings = try onAllCores(stretches) { stretch in
                areFinite(
                    UnsafeBufferPointer(rebasing: values[stretch * length..<min(values.count, (stretch + 1) * length)]))
            }
            return findings.allSatisfy(\.self) ? nil : values.firstIndex { !$0.isFinite }
        }
    }

    private static func areFinite(_ values: UnsafeBufferPointer<Float>) -> Bool {
        var worst: UInt32 = 0
        for value in values { worst = max(worst, value.bitPattern & 0x7FFF_FFFF) }
        return worst < Float.infinity.bitPattern
    }

    private func entry(_ name: String) -> SafetensorsEntry? { file.entry(name) ?? file.entry("transformer." + name) }
}
