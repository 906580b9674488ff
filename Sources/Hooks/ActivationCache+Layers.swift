extension ActivationCache {
    /// The layer that is meant among `count` of them: a negative number counts from the last one.
    /// - Throws: ``HookError/layerOutOfRange(_:count:)``.
    package static func layer(_ layer: Int, of count: Int) throws -> Int {
        guard (-count..<count).contains(layer) else { throw HookError.layerOutOfRange(layer, count: count) }
        return layer < 0 ? layer + count : layer
    }
}
