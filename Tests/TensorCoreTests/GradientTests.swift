import SessionSafety
import TensorCore
import TestSupport
import Testing

struct GradientTests {
    private let a = Tensor([0.5, -1.5, 2.0] as [Float], shape: [3])

    @Test func severalInputsAndBroadcasting() throws {
        let b = Tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
        let (value, slopes) = try valueAndGradient(at: [a, b]) { t in (t[0] * t[1]).sum() }
        #expect(value.item() == (a * b).sum().item())
        #expect(slopes[0].toArray() == [5, 7, 9])
        #expect(slopes[1].toArray() == (a * Tensor.ones([2, 3])).toArray())
    }

    @Test func assignmentsSendTheGradientToTheValueAndNothingToWhatTheyOverwrite() throws {
        let z = Tensor.ones([2, 3])
        let (_, slopes) = try valueAndGradient(at: [a, z]) { t in
            var y = t[1] * 2
            y[0] = t[0]
            y[0, 1] = 7
            return (y * y).sum()
        }
        #expect(slopes[0].toArray() == [1, 0, 4])
        #expect(slopes[1].toArray() == [0, 0, 0, 8, 8, 8])
    }

    @Test func aConstantTensorThatIsWrittenTo() throws {
        let (value, slope) = try valueAndGradient(at: a) { a in
            var z = Tensor.zeros([2, 2, 3])
            let before = z
            z[0..., -1] = a
            z[1, 0] = 2 * a[0...]
            return (z * z).sum() + before.sum()
        }
        #expect(value.item() == 6 * (a * a).sum().item())
        expectClose(slope, a * 12)
    }

    @Test func aNumberAssignedToManyPlaces() throws {
        let (_, slope) = try valueAndGradient(at: a) { a in
            var z = Tensor.zeros([4, 4])
            z[0..., 1] = a[2]
            z += 1
            return (z * Tensor.arange(16).reshaped(4, 4)).sum()
        }
        #expect(slope.toArray() == [0, 0, 28])
    }

    @Test func windowsOfLongTensorsAddToTheirStretch() throws {
        let x = Tensor.arange(8192).asType(.float32).reshaped(4, 2048) / 4096
        let (_, slope) = try valueAndGradient(at: x) { x in
            let (first, last) = (x[1], x[2...])
            return (first * first).sum() + last.sum() * 3 + x.unbound()[1].sum()
        }
        var expected = Tensor.zeros([4, 2048])
        expected[1] = x[1] * 2 + 1
        expected[2...] = Tensor.full([2, 2048], 3)
        expectClose(slope, expected, absolute: 1e-6)
    }

    @Test func diagonals() throws {
        let x = Tensor.arange(12).asType(.float32).reshaped(3, 4)
        let (_, slope) = try valueAndGradient(at: x) { x in (x.diagonal(offset: 1) * x.diagonal()).sum() }
        #expect(slope.toArray() == [1, 0, 0, 0, 0, 6, 5, 0, 0, 0, 11, 10])
    }

    @Test func anInputUsedInManyWays() throws {
        let (_, slope) = try valueAndGradient(at: a) { a in
            let row = Tensor.stack([a, a * a, a.exp()])
            return einsum("i j, j i ->", row, row.T) + row.softmax(dim: 0)[1].sum() + a.detach().dot(a)
        }
        let step = 1e-3
        for place in 0..<3 {
            let value = { (shift: Double) -> Double in
                var x = a
                x[place] = x[place] + shift
                let row = Tensor.stack([x, x * x, x.exp()])
                return (einsum("i j, j i ->", row, row.T) + row.softmax(dim: 0)[1].sum() + a.dot(x)).item()
            }
            let expected = (value(step) - value(-step)) / (2 * step)
            #expect(abs(slope[place].item() - expected) < 2e-2 * max(1, abs(expected)))
        }
    }

    @Test func whatAClosureKeepsIsPlainAfterwards() throws {
        var kept = Tensor()
        _ = try valueAndGradient(at: a) { a in
            kept = a * 2
            return kept.sum()
        }
        #expect(kept.cumprod(dim: 0).toArray() == [1, -3, -12])
        kept[0] = 5
        #expect(kept.toArray() == [5, -3, 4] && a.toArray() == [0.5, -1.5, 2])
    }

    @Test func mistakesAreNamed() {
        #expect(throws: GradientError.noRule(operation: "cumprod")) {
            try valueAndGradient(at: a) { $0.cumprod(dim: 0).sum() }
        }
        #expect(throws: GradientError.notOneNumber(shape: [3])) { try valueAndGradient(at: a) { $0 * 2 } }
        #expect(throws: GradientError.notANumber) { try valueAndGradient(at: a) { ($0 - 5).log().sum() } }
        #expect(throws: GradientError.doesNotDepend) { try valueAndGradient(at: a) { _ in a.sum() } }
        #expect(throws: GradientError.doesNotDepend) { try valueAndGradient(at: a) { ($0 .> 0).sum() } }
        #expect(throws: GradientError.doesNotDepend) { try valueAndGradient(at: a) { Tensor($0.sum().item()) } }
        #expect(throws: GradientError.unusedInput(number: 1, count: 2)) {
            try valueAndGradient(at: [a, a]) { $0[0].sum() }
        }
        #expect(throws: GradientError.badType(.int64)) { try valueAndGradient(at: Tensor([1, 2])) { $0.sum() } }
        #expect(throws: GradientError.nested(operation: "*")) {
            try valueAndGradient(at: a) { outer in
                try valueAndGradient(at: a) { inner in (outer * inner).sum() }.value
            }
        }
        #expect(throws: TensorError.self) {
            try valueAndGradient(at: a) { $0.gather(dim: 0, index: Tensor([7])).sum() }
        }
        #expect(throws: TensorError.self) {
            try valueAndGradient(at: a) { a in
                var written = a
                written[[0, 7]] = a[[0, 1]]
                return written.sum()
            }
        }
        #expect(throws: TensorError.self) { try valueAndGradient(at: a) { ($0 + Tensor.zeros([2])).sum() } }
        #expect("\(GradientError.noRule(operation: "cumprod"))".contains("detach()"))
    }

    @Test func engineCodeThatReadsElementsIsNamedToo() {
        #expect(throws: GradientError.noRule(operation: "secretly")) {
            try valueAndGradient(at: a) { secretly($0) }
        }
    }

    private func secretly(_ x: Tensor) -> Tensor { x.withUnsafeFloats { Tensor(Array($0), shape: [3]).sum() } }

    @Test func valuesThatAreLookedAtStayTracked() throws {
        let (_, slope) = try valueAndGradient(at: a) { a in
            let text = "\(a) \(a.sum().item()) \(a.toArray()) \(a == a)"
            return a.sum() * Double(text.isEmpty ? 0 : 2)
        }
        #expect(slope.toArray() == [2, 2, 2])
    }

    @Test func aProductThatIsComputedAsItIsRead() throws {
        var generator = RepeatableRandomGenerator(seed: 3)
        let random = { (shape: [Int]) in
            Tensor((0..<shape.reduce(1, *)).map { _ in Float.random(in: -1...1, using: &generator) }, shape: shape)
        }
        let (x, table) = (random([2, 3, 4]), random([6, 4]))
        let readout = Readout(
            table: table, scale: random([4]),
            terms: Readout.Terms(shares: random([1, 6]), directions: random([1, 4]), constants: random([1])))
        let weights = random([2, 3, 6])
        let metrics: [(Tensor) -> Tensor] = [
            { $0.logSoftmax(dim: -1)[0..., -1, 2].sum() },
            { ($0[0..., -1, 2] - $0[0..., 1].gather(dim: 1, index: Tensor([[1], [5]]))[0..., 0]).sum() },
            // Whole rows, every second number of rows, rows far apart, and single numbers in no order.
            { ($0[0..., 2] * weights[0..., 0]).sum() },
            { ($0[1, 1..., .stride(from: 1, by: 2)] * weights[1, 1..., 0..<3]).sum() },
            { ($0[0..., .stride(by: 2), 1...] * weights[0..., 0..<2, 1...]).sum() },
            { ($0[0, 2].gather(dim: 0, index: Tensor([4, 0, 4])) * Tensor([1.0, 2.0, 3.0])).sum() + $0[0, 2, 1] },
        ]
        for (metric, cap) in metrics.flatMap({ metric in [nil, 1.5].map { (metric, $0) } })
            as [((Tensor) -> Tensor, Float?)]
        {
            var readout = readout
            readout.softCap = cap
            let (_, slope) = try valueAndGradient(at: x) { x in
                try metric(Tensor.lazyProduct(x, readout, shape: [2, 3, 6]))
            }
            let bias = readout.bias ?? Tensor(0.0)
            let (_, expected) = try valueAndGradient(at: x) { x in
                let plain = x.matmul(readout.weights) + bias
                return metric(cap.map { (plain / Double($0)).tanh() * Double($0) } ?? plain)
            }
            expectClose(slope, expected, absolute: 1e-5)
        }
    }

    @Test func aStopIsNoticedOnTheWayBack() throws {
        try Session().run {
            #expect(throws: Interrupted.self) {
                try valueAndGradient(at: Tensor([1.0, 2.0])) { a in
                    let sum = a.sum()
                    Session.current.stop.request()
                    return sum
                }
            }
            Session.current.stop.clear()
        }
    }
}
