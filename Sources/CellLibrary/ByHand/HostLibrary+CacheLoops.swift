internal import CellHost
package import CellValues
package import SwiftLens

extension HostLibrary {
    /// `for (name, activation) in cache`: what a loop goes over is no declaration.
    func bindCacheLoops() {
        sequence(on: "ActivationCache", element: "(name: String, activation: Tensor)")
    }
}

extension ActivationCache: HostSequence {
    /// Each activation is read when the loop comes to it.
    package var cellElements: some Sequence<HostPair<String, Tensor>> { lazy.map { HostPair($0.name, $0.activation) } }
}
