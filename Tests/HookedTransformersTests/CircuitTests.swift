import HookedTransformers
import TensorCore
import TestSupport
import Testing

/// What a head looks for and moves, as products of its weights.
struct CircuitTests {
    @Test func circuitsOfAModel() throws {
        let model = try RandomModel.load()
        expectClose(model.QK[1, 2].AB, model.W_Q[1, 2].matmul(model.W_K[1, 2].T), absolute: 1e-6)
        expectClose(model.OV[0, 1].AB, model.W_V[0, 1].matmul(model.W_O[0, 1]), absolute: 1e-6)
        #expect(model.W_E.matmul(model.OV[0, 1]).matmul(model.W_U).shape == [17, 17])
    }
}
