public import Hooks
internal import Safetensors

extension ActivationCache {
    /// Writes every activation into a safetensors file, keyed by hook name.
    ///
    /// ```swift
    /// try cache.save(to: "cache.safetensors")
    /// ```
    /// - Throws: ``SafetensorsError`` when the file can't be written.
    public func save(to path: String) throws {
        try saveTensors(Dictionary(zip(keys, values)) { first, _ in first }, to: path)
    }
}
