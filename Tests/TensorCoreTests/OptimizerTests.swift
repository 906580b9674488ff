import SessionSafety
import TensorCore
import TestSupport
import Testing

/// Optimizers go where PyTorch's go, and losses are PyTorch's.
struct OptimizerTests {
    private typealias Step = (inout [Tensor], ([Tensor]) throws -> Tensor) throws -> Tensor

    private static func loss(_ t: [Tensor]) -> Tensor {
        let (a, b) = (t[0], t[1])
        return (1 - a).pow(2).sum() + ((b - a * a).pow(2) * 4).sum() + (a * b).sum() * 0.1
    }

    /// After so many steps from (-0.5, 1.5, 0.25), (0.5, -1, 2).
    private func compare(_ expected: [Double], within tolerance: Double = 2e-5, _ count: Int, _ step: Step) throws {
        var t = [Tensor([-0.5, 1.5, 0.25]), Tensor([0.5, -1.0, 2.0])]
        for number in 0..<count {
            let value = try step(&t, Self.loss)
            if number == 0 { #expect(abs(value.item() - 60.453125) < 1e-4) }
        }
        let found = t.flatMap { $0.toArray().map { Double($0) } }
        for (a, b) in zip(found, expected) { #expect(abs(a - b) < tolerance, "\(found) for \(expected)") }
    }

    @Test func stepsArePyTorchs() throws {
        var adam = Adam(lr: 0.05)
        try compare([0.007889, 1.024518, 0.755431, 0.019241, -0.514563, 1.511497], 10) { try adam.step(&$0, $1) }
        var decayed = Adam(lr: 0.05, betas: (0.8, 0.99), weightDecay: 0.1)
        try compare([0.021887, 1.039183, 0.762543, 0.031429, -0.524508, 1.520199], 10) { try decayed.step(&$0, $1) }
        var adamW = AdamW(lr: 0.05)
        try compare([0.009243, 1.018569, 0.75299, 0.018069, -0.510925, 1.502754], 10) { try adamW.step(&$0, $1) }
        var sgd = SGD(lr: 0.01)
        try compare([-0.371838, 0.325398, 1.080372, 0.329988, -0.250825, 1.239524], 10) { try sgd.step(&$0, $1) }
        var heavy = SGD(lr: 0.01, momentum: 0.9, dampening: 0.1, weightDecay: 0.01)
        try compare([0.054502, -0.67397, 0.1041, -0.049783, 2.27257, 0.322622], 10) { try heavy.step(&$0, $1) }
        var nesterov = SGD(lr: 0.01, momentum: 0.9, nesterov: true)
        try compare([0.236603, -1.272212, 0.58821, -0.088708, 1.781157, 0.398199], 10) { try nesterov.step(&$0, $1) }
        var lbfgs = LBFGS(lr: 0.5, maxIter: 4)
        try compare([-0.025801, 0.381749, 1.098692, 0.062261, 0.196597, 1.17623], within: 1e-4, 2) {
            try lbfgs.step(&$0, $1)
        }
        var searching = LBFGS(maxIter: 50, lineSearch: .strongWolfe)
        try compare([0.883475, 0.883475, 0.883475, 0.769483, 0.769483, 0.769483], within: 1e-3, 1) {
            try searching.step(&$0, $1)
        }
    }

    @Test func aStepThatFailsChangesNothing() throws {
        struct Stop: Error {}
        var a = Tensor([1.0, 2.0])
        var adam = Adam()
        #expect(throws: Stop.self) { try adam.step(&a) { _ in throw Stop() } }
        #expect(throws: GradientError.self) { try adam.step(&a) { $0 * 2 } }
        #expect(a.toArray() == [1, 2])
        let before = try adam.step(&a) { ($0 * $0).sum() }
        #expect(before.item() == 5 && abs(a[0].item() - 0.999) < 1e-6)
    }

    @Test func lossesArePyTorchs() throws {
        let logits = Tensor([[1.0, 2.0, 0.5], [0.0, -1.0, 3.0]])
        #expect(abs(crossEntropy(logits, Tensor([1, 2])).item() - 0.265126) < 1e-5)
        let other = Tensor([[0.5, 1.0, 1.5], [2.0, 0.0, 0.0]])
        let (p, q) = (logits.softmax(dim: -1), other.softmax(dim: -1))
        let expected = (p * (p / q).log()).sum(dim: -1).mean().item()
        #expect(abs(klDivergence(logits, other).item() - expected) < 1e-6)
        let (value, slope) = try valueAndGradient(at: logits) { klDivergence(logits, $0) }
        #expect(abs(value.item()) < 1e-6 && slope.abs().max().item() < 1e-6)
        #expect(throws: TensorError.self) { try Fault.catching { crossEntropy(logits, Tensor([1])) } }
        #expect(throws: TensorError.self) { try Fault.catching { crossEntropy(logits, Tensor([0.5, 1])) } }
        #expect(throws: TensorError.self) { try Fault.catching { klDivergence(logits, other[0]) } }
    }
}
