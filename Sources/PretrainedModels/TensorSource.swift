internal import Safetensors
internal import TensorCore

/// A file of a checkpoint's tensors, under Hugging Face's names.
protocol TensorSource: Sendable {
    var path: String { get }
    var names: [String] { get }

    /// The shape of a tensor; nil when it isn't there.
    func shape(of name: String) -> [Int]?

    /// What the file calls the type of a tensor's numbers.
    func typeName(of name: String) -> String?

    /// What the file calls the tensor.
    func spelled(_ name: String) -> String

    /// Reads one tensor; `inspect` sees all its numbers, piece by piece and from several threads.
    func tensor(_ name: String, inspecting inspect: @escaping FloatInspection) throws -> Tensor
}

extension TensorSource {
    func spelled(_ name: String) -> String { name }
}

extension SafetensorsFile: TensorSource {
    func shape(of name: String) -> [Int]? { entry(name)?.shape }

    func typeName(of name: String) -> String? { entry(name)?.dtype.rawValue }
}
