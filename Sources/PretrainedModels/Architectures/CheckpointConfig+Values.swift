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

    /// The activation function under `key`.
    func activation(_ key: String, absent: ActivationFunction) throws -> ActivationFunction {
        guard let name = try text(key) else { return absent }
        guard let activation = ActivationFunction(named: name) else {
            throw PretrainedModelError.unknownActivation(
                file: file, found: name, known: ActivationFunction.allCases.map(\.rawValue))
        }
        return activation
    }
}
