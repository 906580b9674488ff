internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// Coordinates b of a constant, a = a₀ + R⁻¹ · b, in which the divergence bends equally in all directions: RᵀR is the Fisher matrix.
///
/// At the whole model's own answers a divergence's second derivatives are the Fisher matrix of them, Jᵀ · (diag p − p·pᵀ) · J with J
/// the logits' derivatives by the constant; a gradient step of length 1 is a Gauss-Newton step then.
struct FisherCoordinates {
    /// R⁻¹: [number, number]
    private let inverse: [Double]
    private let size: Int

    /// nil where the matrix [number, number] says nothing.
    init?(_ fisher: [Double], size: Int) throws {
        let trace = (0..<size).reduce(0.0) { $0 + fisher[$1 * size + $1] }
        guard trace > 0, trace.isFinite else { return nil }
        var damped = fisher
        for i in 0..<size { damped[i * size + i] += 1e-4 * trace / Double(size) }
        guard let factor = try CholeskyFactor(damped, size: size) else { return nil }
        let unit = (0..<(size * size)).map { $0 % size == $0 / size ? 1.0 : 0.0 }
        (inverse, self.size) = (try factor.solving(unit, columns: size), size)
    }

    /// R⁻¹ · b
    func shift(_ b: [Double]) -> [Double] {
        (0..<size).map { row in (row..<size).reduce(0.0) { $0 + inverse[row * size + $1] * b[$1] } }
    }

    /// The gradient by b of what has the gradient `g` by a: R⁻ᵀ · g
    func slope(_ g: [Double]) -> [Double] {
        (0..<size).map { column in (0...column).reduce(0.0) { $0 + inverse[$1 * size + column] * g[$1] } }
    }
}

extension ConstantLosses {
    /// Constants of more numbers than this are searched for without the matrix, which takes a pass back for each few of them.
    static let mostNumbers = 256

    /// Goes on with an estimate of each variant's Fisher matrix [number, number] by random directions v of covariance diag p − p·pᵀ: the
    /// mean of (Jᵀv)(Jᵀv)ᵀ. `isMeasured` hears of every chunk.
    func goOn(_ pass: inout FisherPass, _ prompts: FittingPrompts, _ isMeasured: () -> Void) throws {
        guard let most = pass.variants.map(\.variant.values.count).max() else { return }
        let draws = max(2, (6 * most + prompts.count - 1) / prompts.count)
        try prompts.forEach(from: pass.part) { base, scores in
            while pass.draw < draws {
                var random = pass.random
                let direction = try scores.sentBack(scores.randomDirection(&random), through: base)
                try goOn(&pass, along: direction, base, 1 / Double(prompts.count * draws), isMeasured)
                (pass.random, pass.draw, pass.next) = (random, pass.draw + 1, 0)
            }
            (pass.part, pass.draw) = (pass.part + 1, 0)
        }
    }

    /// What is left of one direction.
    private func goOn(
        _ pass: inout FisherPass, along direction: Tensor, _ base: VariantsBase, _ factor: Double,
        _ isMeasured: () -> Void
    ) throws {
        while pass.next < pass.variants.count {
            let own = pass.variants[pass.next...].prefix(chunk(base.rows)).map(\.variant)
            let parts = try forEachGroup(own, base) { group in
                try run(group.map { own[$0] }, base, isRecorded: true) { variants, end in
                    (try Fault.catching { (end * direction).sum() }, variants.map { _ in [] })
                }
            }
            // All of them or none: a stop between them would have some counted twice.
            var sums = Array(pass.sums[pass.next..<(pass.next + own.count)])
            for (index, part) in parts { try Self.add(part.gradient, to: &sums[index], factor) }
            pass.sums.replaceSubrange(pass.next..<(pass.next + own.count), with: sums)
            pass.next += own.count
            isMeasured()
        }
    }

    /// sum += factor · Gᵀ · G for G [prompt, number]
    private static func add(_ rows: [Float], to sum: inout [Double], _ factor: Double) throws {
        let size = Int(Double(sum.count).squareRoot().rounded())
        let rows = rows.map { Double($0) }
        let count = rows.count / max(1, size)
        try sum.withUnsafeMutableBufferPointer { sum in
            try rows.withUnsafeBufferPointer { rows in
                guard let rows = rows.baseAddress, let out = sum.baseAddress else { return }
                try MatrixProduct.multiply(
                    rows, size, transposeA: true, rows, size, into: out, size, m: size, n: size, k: count,
                    alpha: factor,
                    beta: 1)
            }
        }
    }
}

extension LastPositionScores {
    /// √p ∘ ξ − p · (√p · ξ) with random signs ξ, for each prompt: [batch, d_vocab]
    fileprivate func randomDirection(_ random: inout RandomGenerator) throws -> Tensor {
        var bits: UInt64 = 0
        let signs = try (0..<probabilities.count).map { number -> Float in
            if number % 65_536 == 0 { try Interruption.check() }
            if number % 64 == 0 { bits = random.next() }
            defer { bits >>= 1 }
            return bits & 1 == 0 ? 1 : -1
        }
        return try Fault.catching {
            let root = probabilities.sqrt()
            let drawn = root * Tensor(signs, shape: probabilities.shape)
            return drawn - probabilities * (root * drawn).sum(dim: -1, keepdim: true)
        }
    }

    /// A direction of logits as one of what they are made of: [batch, d_model]
    fileprivate func sentBack(_ direction: Tensor, through base: VariantsBase) throws -> Tensor {
        try valueAndGradient(at: base.lastNormalized()) { x in
            try (model.logits(ofNormalized: x) * direction).sum()
        }.gradient
    }
}
