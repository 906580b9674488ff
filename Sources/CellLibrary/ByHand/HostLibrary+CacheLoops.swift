internal import CellInterpreter
internal import SwiftLens

extension HostLibrary {
    /// `for (name, activation) in cache`: what a loop goes over is no declaration.
    func bindCacheLoops() {
        sequence(on: "ActivationCache", element: "(name: String, activation: Tensor)") { (cache: ActivationCache) in
            cache.lazy.map { HostPair($0.name, $0.activation) }
        }
    }
}
