import SessionSafety
import TensorCore
import Testing

/// Random numbers are repeatable, and integers are PyTorch's.
struct RandomTests {
    @Test func integersArePyTorchs() {
        var generator = RandomGenerator(seed: 0)
        let drawn = Tensor.randint(100, 20000, size: [2, 3], using: &generator)
        #expect(drawn.toIntArray() == [1044, 3539, 10733, 15360, 18263, 5279])
        Session().run {
            manualSeed(0)
            #expect(Tensor.randint(100, 20000, size: [2, 3]) == drawn)
        }
    }

    @Test func sessionsDrawNumbersOfTheirOwn() {
        let (first, second) = (Session(), Session())
        first.run { manualSeed(3) }
        second.run { manualSeed(3) }
        let drawn = first.run { [Tensor.rand([5]), Tensor.rand([5])] }
        second.run { manualSeed(4) }
        let other = second.run { Tensor.rand([5]) }
        #expect(other != drawn[0])
        let seeds = [first, second].map { session in session.run { RandomSeed.current } }
        #expect(seeds == [3, 4])
        second.run { manualSeed(3) }
        let again = second.run { [Tensor.rand([5]), Tensor.rand([5])] }
        #expect(again == drawn)
    }

    @Test func aCopyOfAGeneratorGoesOnWithTheSameNumbers() {
        var first = RandomGenerator(seed: 5)
        _ = first.next()
        var second = first
        #expect(first.next() == second.next())
    }

    @Test func distributionsHaveTheirMeanAndSpread() {
        var generator = RandomGenerator(seed: 1)
        let uniform = Tensor.rand([20_000], using: &generator)
        #expect(uniform.min().item() >= 0 && uniform.max().item() < 1 && abs(uniform.mean().item() - 0.5) < 0.01)
        let normal = Tensor.randn([20_000], using: &generator)
        #expect(abs(normal.mean().item()) < 0.03 && abs(normal.std().item() - 1) < 0.03)
    }

    @Test func anEmptyRangeIsAnError() {
        #expect(throws: TensorError.self) { try Fault.catching { Tensor.randint(5, 5, size: [1]) } }
        #expect(throws: TensorError.self) { try Fault.catching { Tensor.randperm(-1) } }
    }
}
