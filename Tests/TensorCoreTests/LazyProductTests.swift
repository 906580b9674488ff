import SessionSafety
import TensorCore
import TestSupport
import Testing

/// A product that is computed when it is read says what the same product computed at once says.
struct LazyProductTests {
    private let x = Self.random([2, 3, 20], seed: 1)
    private let w = Self.random([7, 20], seed: 2)
    private let scale = Self.random([20], seed: 3)
    private let shares = Self.random([2, 7], seed: 4)
    private let directions = Self.random([2, 20], seed: 5)
    private let constants = Tensor([0.5, 1])

    private static func random(_ shape: [Int], seed: UInt64) -> Tensor {
        var generator = RepeatableRandomGenerator(seed: seed)
        return Tensor(
            (0..<shape.reduce(1, *)).map { _ in Float.random(in: -1...1, using: &generator) }, shape: shape)
    }

    private func product() throws -> Tensor {
        try Tensor.lazyProduct(x, readout, shape: [2, 3, 7])
    }

    private var readout: Readout {
        Readout(
            table: w, scale: scale,
            terms: Readout.Terms(shares: shares, directions: directions, constants: constants))
    }

    private var computed: Tensor {
        (x * scale).matmul(w.T) + (x.matmul(directions.T) + constants).matmul(shares)
    }

    @Test("Parts, gathered or sliced, agree with the whole", arguments: 0..<10)
    func parts(_ number: Int) throws {
        let (all, any) = (0..., Tensor([1, -7, 6, 0]))
        let read: [(Tensor) -> Tensor] = [
            { $0 }, { $0[all, -1, all] }, { $0[1] }, { $0[1, 2, 3] }, { $0[all, 1..., 2..<5] },
            { $0[0, any - any, all] },
            { $0[all, -1, all].gather(dim: 1, index: Tensor([6, -1, 0, 3], shape: [2, 2])) },
            { $0[all, all, any] }, { $0.reshaped([6, 7])[4, 1...] }, { $0[1].transposed(0, 1)[all, 1] },
        ]
        expectClose(read[number](try product()), read[number](computed), absolute: 1e-5)
    }

    @Test("Reading in parts again and again ends in the whole, and says the same")
    func manyReadings() throws {
        let (tensor, expected) = (try product(), computed.toArray())
        for round in 0..<4 {
            for index in expected.indices {
                let (row, position, column) = (index / 21, index / 7 % 3, index % 7)
                let value = tensor[row, position, column].item()
                #expect(abs(value - Double(expected[index])) < 1e-5, "round \(round)")
            }
        }
    }

    @Test("A copy that is written leaves the other as it was")
    func copies() throws {
        let tensor = try product()
        var copy = tensor
        copy[0, 0, 0] = 5
        expectClose(tensor, computed, absolute: 1e-5)
        #expect(copy[0, 0, 0].item() == 5)
        expectClose(copy[1], computed[1], absolute: 1e-5)
    }

    @Test func aStopWhileReadingIsAnErrorAndTheNextReadingHasTheNumbers() throws {
        try Session().run {
            let ones = Tensor.ones([2, 3])
            let tensor = try Tensor.lazyProduct(ones, Readout(table: ones), shape: [2, 2])
            Session.current.stop.request()
            #expect(throws: Interrupted.self) { try Fault.catching { tensor.sum() } }
            Session.current.stop.clear()
            #expect(tensor == Tensor([[3.0, 3.0], [3.0, 3.0]]))
        }
    }

    @Test("Indices out of range and shapes that do not fit are errors")
    func errors() throws {
        let tensor = try product()
        #expect(throws: TensorError.self) { try Fault.catching { tensor[0, 0, 7] } }
        #expect(throws: TensorError.self) {
            try Fault.catching { tensor.gather(dim: 2, index: Tensor([7], shape: [1, 1, 1])) }
        }
        #expect(throws: TensorError.self) { try Tensor.lazyProduct(x, readout, shape: [2, 3, 8]) }
    }
}
