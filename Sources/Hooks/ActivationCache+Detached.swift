internal import TensorCore

extension ActivationCache {
    /// The same activations as constants.
    package func detached() -> ActivationCache {
        var result = self
        for (name, activation) in self where activation.isTracked { result.record(activation.detach(), as: name) }
        return result
    }
}
