import SessionSafety
import TensorCore
import Testing

/// Numbers that make no sense, for every option of every optimizer: some steps answer in numbers, or an error says what was given.
struct OptimizerOptionsTests {
    private typealias Steps = (inout Tensor, (Tensor) throws -> Tensor) throws -> Void

    private static let odd = [-1, -0.0, 0, 1, 1e-300, 1e300, .nan, .infinity, -.infinity]

    @Test(arguments: odd)
    func fractions(_ number: Double) throws {
        for (option, make) in Self.fractions(number) { try answers(option, "\(number)", make) }
    }

    @Test(arguments: [-1, 0, 1, 2, .min, .max])
    func wholeNumbers(_ number: Int) throws {
        try answers("maxIter", "\(number)") { Self.steps(LBFGS(maxIter: number)) }
        try answers("maxIter", "\(number)") { Self.steps(LBFGS(maxIter: number, lineSearch: .strongWolfe)) }
        try answers("maxEval", "\(number)") { Self.steps(LBFGS(maxEval: number)) }
        try answers("maxEval", "\(number)") { Self.steps(LBFGS(maxEval: number, lineSearch: .strongWolfe)) }
        try answers("historySize", "\(number)") { Self.steps(LBFGS(historySize: number)) }
    }

    /// What PyTorch refuses, for each option that it looks at.
    @Test func whatPyTorchRefusesIsRefused() throws {
        let refused: [(String, String, () -> Any)] = [
            ("lr", "-0.1", { Adam(lr: -0.1) }), ("lr", "nan", { Adam(lr: .nan) }), ("lr", "-0.1", { AdamW(lr: -0.1) }),
            ("lr", "-0.1", { SGD(lr: -0.1) }), ("lr", "nan", { SGD(lr: .nan) }), ("lr", "nan", { LBFGS(lr: .nan) }),
            ("betas", "(1.0, 0.9)", { Adam(betas: (1, 0.9)) }), ("betas", "(0.9, -0.1)", { AdamW(betas: (0.9, -0.1)) }),
            ("eps", "-1e-08", { Adam(eps: -1e-8) }), ("weightDecay", "-0.1", { AdamW(weightDecay: -0.1) }),
            ("weightDecay", "-0.1", { SGD(weightDecay: -0.1) }), ("momentum", "-0.1", { SGD(momentum: -0.1) }),
            ("momentum", "0.0", { SGD(nesterov: true) }),
            ("dampening", "0.5", { SGD(momentum: 0.9, dampening: 0.5, nesterov: true) }),
        ]
        for (option, given, make) in refused {
            let error = #expect(throws: TensorError.self) { try Fault.catching { _ = make() } }
            guard case .badArgument(let optimizer, option, given, let expected)? = error else {
                Issue.record("\(option): \(given) is told as \(String(describing: error))")
                continue
            }
            #expect("\(error!)" == "\(optimizer): \(option) is \(given), and must be \(expected)")
        }
        #expect(throws: Never.self) {
            try Fault.catching { (Adam(lr: 0), SGD(momentum: 1.5), LBFGS(toleranceGrad: -1, toleranceChange: -1)) }
        }
    }

    @Test func aLossThatLeadsAwayNamesTheLearningRate() throws {
        var (a, adam) = (Tensor([0.5, -1.0]), Adam(lr: 1e300))
        try adam.step(&a, Self.loss)
        let options = "Adam(lr: 1e+300, betas: (0.9, 0.999), eps: 1e-08, weightDecay: 0.0)"
        #expect(throws: GradientError.diverged(optimizer: options, steps: 1)) { try adam.step(&a, Self.loss) }
        var (b, fresh) = (Tensor([-1.0]), AdamW())
        #expect(throws: GradientError.notANumber) { try fresh.step(&b) { $0.log().sum() } }
    }

    private static func loss(_ a: Tensor) -> Tensor { (a * a).sum() - (a * 3).sum() }

    private static func fractions(_ number: Double) -> [(String, () -> Steps)] {
        [
            ("lr", { steps(Adam(lr: number)) }), ("betas", { steps(Adam(betas: (number, 0.9))) }),
            ("betas", { steps(Adam(betas: (0.9, number))) }), ("eps", { steps(Adam(eps: number)) }),
            ("weightDecay", { steps(Adam(weightDecay: number)) }), ("lr", { steps(AdamW(lr: number)) }),
            ("betas", { steps(AdamW(betas: (number, 0.9))) }), ("eps", { steps(AdamW(eps: number)) }),
            ("weightDecay", { steps(AdamW(weightDecay: number)) }), ("lr", { steps(SGD(lr: number)) }),
            ("momentum", { steps(SGD(momentum: number)) }), ("dampening", { steps(SGD(dampening: number)) }),
            ("weightDecay", { steps(SGD(weightDecay: number)) }), ("lr", { steps(LBFGS(lr: number)) }),
            ("lr", { steps(LBFGS(lr: number, lineSearch: .strongWolfe)) }),
            ("toleranceGrad", { steps(LBFGS(toleranceGrad: number)) }),
            ("toleranceChange", { steps(LBFGS(toleranceChange: number)) }),
        ]
    }

    private static func steps(_ optimizer: Adam) -> Steps {
        var optimizer = optimizer
        return { a, loss in for _ in 0..<3 { try optimizer.step(&a, loss) } }
    }

    private static func steps(_ optimizer: AdamW) -> Steps {
        var optimizer = optimizer
        return { a, loss in for _ in 0..<3 { try optimizer.step(&a, loss) } }
    }

    private static func steps(_ optimizer: SGD) -> Steps {
        var optimizer = optimizer
        return { a, loss in for _ in 0..<3 { try optimizer.step(&a, loss) } }
    }

    private static func steps(_ optimizer: LBFGS) -> Steps {
        var optimizer = optimizer
        return { a, loss in for _ in 0..<3 { try optimizer.step(&a, loss) } }
    }

    private func answers(_ option: String, _ given: String, _ make: () -> Steps) throws {
        var a = Tensor([0.5, -1.0])
        do {
            try Fault.catching { make() }(&a, Self.loss)
            #expect(a.toArray().allSatisfy { !$0.isNaN }, "\(option): \(given) gave NaN")
        } catch {
            let names = "\(error)".contains(option) && "\(error)".contains(given)
            #expect(names, "\(option): \(given) is told as \(error)")
        }
    }
}
