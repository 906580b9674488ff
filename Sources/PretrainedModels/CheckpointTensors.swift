internal import Foundation
internal import Safetensors
internal import SessionSafety
internal import Synchronization
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
        let mayBeBroken = Mutex(false)
        // Looking for the first broken number costs several times more than knowing that there is none.
        let tensor = try file.tensor(entry.name) { piece in
            if !Self.areFinite(piece) { mayBeBroken.withLock { $0 = true } }
        }
        guard tensor.dtype == .float32 else {
            throw PretrainedModelError.wrongType(file: file.path, name: entry.name, found: "\(entry.dtype)")
        }
        if mayBeBroken.withLock(\.self), let index = Self.firstNonFinite(tensor) {
            throw PretrainedModelError.notFinite(file: file.path, name: entry.name, index: index)
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

    private func entry(_ name: String) -> SafetensorsEntry? { file.entry(name) ?? file.entry("transformer." + name) }
}
