import TensorCore
import Testing

/// After the same seed, integers and uniform numbers are those of PyTorch 2 on the CPU.
struct PyTorchNumbersTests {
    @Test(
        "Integers for small, large and negative seeds",
        arguments: [
            (12_345_678_901, 0, 1000, [866, 631, 699, 916, 823, 947]), (3, -5, 5, [1, 3, 2, 2, -5, -5, -5, 0]),
            (-1, 0, 1000, [371, 978, 476, 639]),
        ])
    func integers(seed: Int, low: Int, high: Int, expected: [Int]) {
        var generator = RandomGenerator(seed: UInt64(bitPattern: Int64(seed)))
        #expect(Tensor.randint(low, high, size: [expected.count], using: &generator).toIntArray() == expected)
    }

    @Test("Ranges that need 64 bits take two draws, and the draws behind them fit")
    func wideRange() {
        var generator = RandomGenerator(seed: 3)
        let wide = Tensor.randint(0, 1 << 40, size: [4], using: &generator)
        #expect(wide.toIntArray() == [455_570_294_424, 1_073_054_410_371, 790_795_084_744, 2_445_173_525])
        #expect(Tensor.randint(0, 10, size: [3], using: &generator).toIntArray() == [1, 9, 4])
    }

    @Test("The generator goes on after its state was used up")
    func manyDraws() {
        var generator = RandomGenerator(seed: 7)
        let drawn = Tensor.randint(0, 50257, size: [700], using: &generator).toIntArray()
        #expect(drawn.suffix(4) == [29153, 42966, 18623, 49794])
    }

    @Test func uniformNumbers() {
        var generator = RandomGenerator(seed: 0)
        let few = Tensor.rand([5], using: &generator).toArray()
        #expect(few == [0.49625659, 0.76822180, 0.08847743, 0.13203049, 0.30742282])
        #expect(Tensor.rand([20], using: &generator).toArray().prefix(3) == [0.63407868, 0.49009341, 0.89644474])
    }

    @Test func permutations() {
        var generator = RandomGenerator(seed: 0)
        #expect(Tensor.randperm(8, using: &generator).toIntArray() == [4, 0, 7, 3, 2, 5, 1, 6])
        #expect(Tensor.randperm(0, using: &generator).shape == [0])
        let long = Tensor.randperm(1000, using: &generator)
        #expect(long.sort().values == Tensor.arange(1000))
    }
}
