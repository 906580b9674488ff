internal import Digests
internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// What tells one model's weights from another's, the same on every machine: the SHA-256 of the files that they were read from, or
/// of the numbers where they were read from none.
enum ModelFingerprint {
    /// - Throws: `Interrupted`; what reading a file throws.
    static func text(of model: HookedTransformer) throws -> String {
        guard model.weightFiles.isEmpty else {
            return try model.weightFiles.map { try FileHash.sha256(of: $0).prefix(16) }.joined(separator: " ")
        }
        var hash = SHA256()
        for tensor in model.parameterTensors {
            try Interruption.check()
            tensor.withUnsafeFloats { numbers in
                hash.append(Array(UnsafeRawBufferPointer(numbers)))
            }
        }
        return String(hash.text().prefix(16))
    }
}
