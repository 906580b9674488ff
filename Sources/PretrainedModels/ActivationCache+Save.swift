public import HookedTransformers
public import Hooks
internal import Safetensors

extension ActivationCache {
    /// Writes every activation into a safetensors file, keyed by hook name.
    ///
    /// ```swift
    /// try cache.save(to: "cache.safetensors")
    /// let same = try ActivationCache(contentsOf: "cache.safetensors", model: model)
    /// ```
    /// - Throws: `FileError` when the file can't be written.
    public func save(to path: String) throws {
        let activations = Dictionary(zip(keys, values)) { first, _ in first }
        try saveTensors(activations, to: path, metadata: [Self.orderKey: keys.joined(separator: "\n")])
    }

    /// The activations of a safetensors file, in the order in which they were computed where ``save(to:)`` wrote it.
    ///
    /// - Parameter model: the model that they came from, for what needs its weights, such as attributions.
    /// - Throws: ``SafetensorsError`` when the file can't be read.
    public init(contentsOf path: String, model: HookedTransformer? = nil) throws {
        let file = try SafetensorsFile(path)
        let written = file.metadata[Self.orderKey]?.split(separator: "\n").map(String.init) ?? []
        let names = Set(written) == Set(file.names) && written.count == file.names.count ? written : file.names
        if let model {
            self.init(source: model, expand: { actName($0) })
        } else {
            self.init()
            expand = { actName($0) }
        }
        for name in names { record(try file.tensor(name), as: name) }
    }

    private static let orderKey = "hook_names"
}
