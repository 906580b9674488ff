internal import HookedTransformers

// What the configs of several families say in the same way.

extension CheckpointConfig {
    /// The size under `key`, divided by that under `divisor`.
    func quotient(_ key: String, by divisor: String) throws -> Int {
        let (whole, parts) = (try size(key), try size(divisor))
        guard whole % parts == 0 else {
            throw PretrainedModelError.badValue(
                file: file, key: spelled(key), expected: "a multiple of \(spelled(divisor)) = \(parts)",
                found: "\(whole)")
        }
        return whole / parts
    }

    /// Throws where `key` says something else than `expected`, which would be another network; `absent` is what a file
    /// without it means.
    func expect(_ key: String, _ expected: Bool, unless absent: Bool) throws {
        guard try isOn(key, unless: absent) != expected else { return }
        throw PretrainedModelError.badValue(
            file: file, key: key, expected: "\(expected), the only kind here", found: "\(!expected)")
    }

    /// The activation function under `key`.
    func activation(_ key: String, absent: ActivationFunction) throws -> ActivationFunction {
        guard let name = try text(key) else { return absent }
        let known = ActivationFunction.ofSingleNeurons
        guard let activation = ActivationFunction(named: name), known.contains(activation) else {
            throw PretrainedModelError.unknownActivation(file: file, found: name, known: known.map(\.rawValue))
        }
        return activation
    }
}
