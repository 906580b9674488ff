internal import Safetensors
internal import TensorCore

/// The tensors of a language model in a file of a model that also sees pictures, under the names that they have alone.
///
/// They stand under `language_model.`, or under `model.language_model.` where newer tools wrote them; the others are left out.
struct LanguagePart: TensorSource {
    private let file: any TensorSource
    /// The file's names by those without the part.
    private let stored: [String: String]

    init(_ file: any TensorSource) {
        self.file = file
        stored = Dictionary(file.names.compactMap { name in Self.bare(name).map { ($0, name) } }) { first, _ in first }
    }

    private static func bare(_ name: String) -> String? {
        for (prefix, alone) in [("language_model.", ""), ("model.language_model.", "model."), ("lm_head.", "lm_head.")]
        where name.hasPrefix(prefix) { return alone + name.dropFirst(prefix.count) }
        return nil
    }

    var path: String { file.path }
    var names: [String] { Array(stored.keys) }
    func spelled(_ name: String) -> String { stored[name] ?? "language_model." + name }
    func shape(of name: String) -> [Int]? { stored[name].flatMap(file.shape) }
    func typeName(of name: String) -> String? { stored[name].flatMap(file.typeName) }

    func tensor(_ name: String, inspecting inspect: @escaping FloatInspection) throws -> Tensor {
        try file.tensor(spelled(name), inspecting: inspect)
    }
}
