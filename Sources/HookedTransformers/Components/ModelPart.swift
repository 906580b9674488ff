package import TensorCore

/// A part of a model with parameters of its own: a norm, attention, an MLP, positions.
package protocol ModelPart: Sendable {
    /// Its parameters, each with the shape that it must have in a model of `cfg`; `name` is what stands before theirs.
    func parameters(_ name: String, _ cfg: HookedTransformerConfig) -> [ModelParameter]
}

/// A parameter of a model: its name in messages, its numbers, and the shape that they must have.
package struct ModelParameter {
    package let name: String
    package let tensor: Tensor
    package let shape: [Int]

    package init(_ name: String, _ tensor: Tensor, _ shape: [Int]) {
        (self.name, self.tensor, self.shape) = (name, tensor, shape)
    }

    /// nil where there is no tensor.
    package init?(_ name: String, _ tensor: Tensor?, _ shape: [Int]) {
        guard let tensor else { return nil }
        self.init(name, tensor, shape)
    }

    /// - Throws: ``ModelError/wrongWeightShape(name:expected:found:)``.
    func check() throws {
        guard tensor.shape == shape, tensor.dtype == .float32 else {
            throw ModelError.wrongWeightShape(name: name, expected: shape, found: tensor.shape)
        }
    }
}
