import CircuitAnalysis
import HookedTransformers
import TensorCore
import TestSupport
import Testing

/// How heads work together, as TransformerLens scores it.
struct CompositionTests {
    @Test(arguments: ["tiny", "small"], [GoldenModel.Setting.raw, .notebook])
    func scoresAreTheReferences(_ name: String, _ setting: GoldenModel.Setting) throws {
        let (model, golden) = (try GoldenModel.load(name, setting), try Golden(name, setting.rawValue))
        for mode in CompositionMode.allCases {
            let scores = try model.allCompositionScores(mode)
            expectClose(scores, try golden["composition.\(mode)"], absolute: 1e-5, "\(mode)")
        }
    }

    @Test func anyTwoStacksCanBeScored() throws {
        let model = try GoldenModel.load("small", .raw)
        let scores = try compositionScores(model.OV[1], model.QK[3])
        expectClose(scores, try model.allCompositionScores(.Q)[1, 0..., 3], absolute: 1e-6)
        let (left, right) = (model.OV[1, 2].AB, model.QK[3, 4].AB)
        let expected = left.matmul(right).norm() / (left.norm() * right.norm())
        expectClose(scores[2, 4], expected, absolute: 1e-5)
        #expect(throws: TensorError.self) { try compositionScores(model.OV[1], FactoredMatrix(model.W_E, model.W_U)) }
    }

    @Test func singularVectorsAreReadThroughTheUnembedding() throws {
        let model = try GoldenModel.load("tiny", .raw)
        let (_, _, v) = try model.OV[1, 2].svd()
        let vectors = try model.singularVectors(.OV(head: 2), layer: 1, count: 3)
        expectClose(vectors, model.W_U.T.matmul(v[0..., 0..<3]), absolute: 1e-5)
        // The strongest direction of a matrix is the one that it stretches most.
        let matrix = model.W_out[0]
        let direction = try FactoredMatrix(matrix, Tensor.eye(32)).svd().V[0..., 0]
        #expect(matrix.matmul(direction).norm().item() > matrix.norm().item() / 32.0.squareRoot())
        expectClose(
            try model.singularVectors(.wOut, layer: 0, count: 1)[0..., 0], model.W_U.T.matmul(direction), absolute: 1e-4
        )
        #expect(try model.singularVectors(.wIn, layer: 0, count: 99).shape == [200, 32])
        #expect(throws: ModelError.unknownHead(layer: 1, head: 4, layers: 2, heads: 4)) {
            try model.singularVectors(.OV(head: 4), layer: 1)
        }
    }
}
