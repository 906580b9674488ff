import Foundation
import TensorCore
import TestSupport
import Testing

/// Vector kernels agree with double precision, at every length.
struct KernelTests {
    @Test func functionsOfSingleElements() {
        let x = Tensor.linspace(-20, 20, steps: 4001)
        let kernels: [(String, (UnsafePointer<Float>, UnsafeMutablePointer<Float>, Int) -> Void, (Double) -> Double)] =
            [
                (
                    "geluNew", Elementwise.geluNew,
                    { 0.5 * $0 * (1 + tanh(sqrt(2 / .pi) * ($0 + 0.044715 * $0 * $0 * $0))) }
                ),
                ("gelu", Elementwise.gelu, { 0.5 * $0 * (1 + erf($0 / sqrt(2))) }),
                ("silu", Elementwise.silu, { $0 / (1 + exp(-$0)) }), ("relu", Elementwise.relu, { max($0, 0) }),
            ]
        for (name, kernel, exact) in kernels {
            let expected = Tensor(x.toArray().map { Float(exact(Double($0))) }, shape: x.shape)
            expectClose(applied(kernel, x), expected, absolute: 1e-6, relative: 1e-6, "\(name)")
        }
    }

    @Test func theExponentialIsGoodToTwoPlacesInTheLast() {
        let x = Tensor.linspace(-87, 88, steps: 10_007)
        let expected = Tensor(x.toArray().map { Float(exp(Double($0))) }, shape: x.shape)
        expectClose(applied(Elementwise.exp, x), expected, absolute: 0, relative: 2.5e-7)
        let edges = applied(Elementwise.exp, Tensor([-Double.infinity, -200, 200, .infinity, .nan])).toArray()
        #expect(edges[0] == 0 && edges[1] == 0 && edges[2] == .infinity && edges[3] == .infinity && edges[4].isNaN)
    }

    private func applied(
        _ kernel: (UnsafePointer<Float>, UnsafeMutablePointer<Float>, Int) -> Void, _ x: Tensor
    ) -> Tensor {
        Tensor(uninitialized: x.shape) { out in
            x.withUnsafeFloats { x in
                guard let source = x.baseAddress, let target = out.baseAddress else { return }
                kernel(source, target, x.count)
            }
        }
    }

    @Test(arguments: [1, 2, 15, 16, 17, 64, 100])
    func rowsOfEveryWidth(_ width: Int) {
        var random = RepeatableRandomGenerator(seed: UInt64(width))
        let x = random.tensor([3, width]) * 0.3
        let scales = (x - x.mean(dim: -1, keepdim: true)).pow(2).mean(dim: -1, keepdim: true) + 1e-5
        let expected = (x - x.mean(dim: -1, keepdim: true)) / scales.sqrt()
        var found = Tensor.zeros([3])
        let normalized = Tensor(uninitialized: [3, width]) { out in
            found.withUnsafeMutableFloats { scales in
                x.withUnsafeFloats { x in
                    guard let x = x.baseAddress, let out = out.baseAddress, let scales = scales.baseAddress else {
                        return
                    }
                    RowKernels.layerNorm(x, into: out, scales: scales, rows: 3, width: width, eps: 1e-5)
                }
            }
        }
        expectClose(normalized, expected, absolute: 1e-5)
        expectClose(found, scales.sqrt().squeezed(dim: 1), absolute: 1e-6)
        let exponentials = x.exp()
        expectClose(x.softmax(dim: -1), exponentials / exponentials.sum(dim: -1, keepdim: true), absolute: 1e-6)
        expectClose(x.logSoftmax(dim: -1).exp(), x.softmax(dim: -1), absolute: 1e-6)
        expectClose(x.softmax(dim: 0), x.T.softmax(dim: -1).T, absolute: 0)
    }

    @Test func maskedRowsGetNoWeightAndNaNStaysVisible() {
        let scores = Tensor([[1.0, -.infinity], [-.infinity, -.infinity], [.nan, 0.0]])
        let pattern = scores.softmax(dim: -1).toArray()
        #expect(Array(pattern[0..<4]) == [1, 0, 0, 0] && pattern[4].isNaN)
    }
}
