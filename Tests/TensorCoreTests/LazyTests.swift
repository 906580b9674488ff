import SessionSafety
import Synchronization
import TensorCore
import TestSupport
import Testing

/// Elements that are computed when somebody reads them are what the same elements computed at once are.
struct LazyTests {
    private let values = Self.random([4, 5], seed: 1)
    private let places = Tensor([[0, 4], [1, -1], [2, 2], [3, 0]])

    private static func random(_ shape: [Int], seed: UInt64) -> Tensor {
        var generator = RepeatableRandomGenerator(seed: seed)
        return Tensor(
            (0..<shape.reduce(1, *)).map { _ in Float.random(in: -1...1, using: &generator) }, shape: shape)
    }

    @Test("What is made of a tensor that waits, waits, and has the same elements", arguments: 0..<16)
    func operations(_ number: Int) throws {
        let (all, places) = (0..., places)
        let operations: [@Sendable (Tensor) -> Tensor] = [
            { $0 }, { $0[1] }, { $0[all, -1] }, { $0[1..., 2..<4] }, { $0[Tensor([3, 0])] },
            { $0.gather(dim: -1, index: places) }, { $0 + 1 }, { 2 - $0 }, { $0 * $0[0] }, { $0 / $0.sum() },
            { $0.mean(dim: 0, keepdim: true) }, { $0.sum(dim: [0, 1]) }, { -$0.reshaped([2, 10]) },
            { $0.logSoftmax(dim: -1).exp().abs() }, { $0.softmax(dim: 0)[2] }, { $0.mean(dim: 1) - $0.max() },
        ]
        let counter = Counter()
        let result = operations[number](try counter.tensor(values))
        // The last of them asks for the largest element, which is a reading.
        #expect(counter.count == (number == 15 ? 1 : 0))
        expectClose(result, operations[number](values), absolute: 1e-6)
        #expect(result.toArray() == result.toArray() && counter.count == 1)
    }

    @Test("A product of rows that wait is read in parts as any other")
    func products() throws {
        let (x, w) = (Self.random([6, 20], seed: 2), Self.random([7, 20], seed: 3))
        let expected = x.matmul(w.transposed(0, 1)).reshaped([2, 3, 7])
        let counter = Counter()
        let product = try Tensor.lazyProduct(counter.tensor(x), Readout(table: w), shape: [2, 3, 7])
        let (all, places) = (0..., Tensor([[0, 6], [5, -1]]))
        let answers = product[all, -1, all].gather(dim: -1, index: places)
        let difference = answers[all, 0] - answers[all, 1]
        let (element, part) = (product[1, 2, 3], product[1, 0..<2, 2...])
        #expect(counter.count == 0)
        let wanted = expected[all, -1, all].gather(dim: -1, index: places)
        expectClose(difference, wanted[all, 0] - wanted[all, 1], absolute: 1e-5)
        expectClose(element, expected[1, 2, 3], absolute: 1e-5)
        expectClose(part, expected[1, 0..<2, 2...], absolute: 1e-5)
        expectClose(product, expected, absolute: 1e-5)
        #expect(counter.count == 1)
    }

    @Test("Places that are assigned what waits wait too, and later assignments win")
    func assignments() throws {
        let counter = Counter()
        let waiting = try counter.tensor(values)
        var map = Tensor.zeros([3, 5])
        map[0] = waiting[1]
        map[1, 2] = waiting.sum()
        map[0, 0] = 7
        let copy = map
        map[2] = 1
        map[2, 4...] = waiting[3, 3]
        let earlier = counter.count
        var expected = Tensor.zeros([3, 5])
        expected[0] = values[1]
        expected[1, 2] = values.sum()
        expected[0, 0] = 7
        #expect(copy == expected)
        expected[2] = 1
        expected[2, 4...] = values[3, 3]
        #expect(map == expected)
        // A copy that is written apart is a reading; nothing before it was.
        #expect(earlier == 1)
    }

    @Test("Chains of any length are read without running out of stack")
    func chains() throws {
        var sum = try Counter().tensor(Tensor.ones([2]))
        var list = Tensor.zeros([10])
        for i in 0..<20_000 {
            sum += 1
            list[i % 10] = sum[0]
        }
        #expect(sum.toIntArray() == [20_001, 20_001] && list.toIntArray() == Array(19_992...20_001))
    }

    @Test("A computation that fails is an error of who reads, and the next reading tries again")
    func failures() throws {
        struct Failure: Error {}
        let attempts = Mutex(0)
        let tensor = try Tensor.lazy([2]) {
            if attempts.withLock({
                $0 += 1; return $0
            }) == 1 {
                throw Failure()
            }
            return Tensor([1.0, 2.0])
        }
        var map = Tensor.zeros([2])
        map[1] = tensor[1]
        #expect(throws: Failure.self) { try Fault.catching { map.toArray() } }
        #expect(map == Tensor([0.0, 2.0]) && tensor == Tensor([1.0, 2.0]))
    }

    @Test("Shapes and indices that do not fit are errors at once")
    func errors() throws {
        let tensor = try Counter().tensor(values)
        #expect(throws: TensorError.self) { try Fault.catching { tensor + Tensor.ones([3]) } }
        #expect(throws: TensorError.self) { try Fault.catching { tensor[4] } }
        #expect(throws: TensorError.self) { try Fault.catching { tensor.gather(dim: 1, index: places + 1) } }
        #expect(throws: TensorError.self) { try Fault.catching { tensor.mean(dim: 2) } }
    }
}

/// Counts how often a tensor that waits is computed.
private final class Counter: Sendable {
    private let computed = Mutex(0)
    var count: Int { computed.withLock { $0 } }

    func tensor(_ values: Tensor) throws -> Tensor {
        try Tensor.lazy(values.shape) { [self] in
            computed.withLock { $0 += 1 }
            return values
        }
    }
}
