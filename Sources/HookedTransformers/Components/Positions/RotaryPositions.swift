internal import TensorCore

/// Rotations of queries and keys by angles that grow with the position: a score depends on the distance alone then.
///
/// The first `2 · frequencies.count` components of each head turn pair by pair, pair j by position · frequencies[j]; the others
/// stay. Su et al. (2021), "RoFormer".
package struct RotaryPositions: Positions {
    /// Which components turn together.
    package enum Pairing: Sendable {
        /// j and j + half of those that turn.
        case halves
        /// 2j and 2j + 1.
        case adjacent
    }

    private let angles: [RotationAngles]
    /// Which of the angles each layer has; empty where all have the first.
    private let kinds: [Int]
    private let pairing: Pairing

    /// - Parameter frequencies: the angle per position of each pair.
    package init(frequencies: [Double], pairing: Pairing = .halves) {
        (angles, kinds, self.pairing) = ([RotationAngles(frequencies)], [], pairing)
    }

    /// - Parameters:
    ///   - frequencies: the angles per position of each kind of layer.
    ///   - kinds: the kind of each layer.
    package init(frequencies: [[Double]], kinds: [Int]) {
        (angles, self.kinds, pairing) = (frequencies.map(RotationAngles.init), kinds, .halves)
    }

    /// base^(−2j / dim) for each of the dim / 2 pairs.
    package static func frequencies(dim: Int, base: Double) -> [Double] {
        (0..<(dim / 2)).map { power(base, -2 * Double($0) / Double(dim)) }
    }

    package func parameters(_ name: String, _ cfg: HookedTransformerConfig) -> [ModelParameter] { [] }
    package var blockHooks: [BlockHook] { [.rotK, .rotQ] }
    package func add(in pass: inout ForwardPass) {}
    package mutating func center() {}

    package func steps(afterNorms hasNorms: Bool) -> [any BlockStep] {
        [Rotate(positions: self, inside: hasNorms ? BlockHook.headNorms : [])]
    }

    fileprivate func angles(_ layer: Int) -> RotationAngles { angles[kinds.isEmpty ? 0 : kinds[layer]] }

    /// How far it is from the first component of a pair to that of the next, and to its second.
    fileprivate func strides(_ count: Int) -> (next: Int, second: Int) {
        pairing == .halves ? (1, count) : (2, 1)
    }
}

/// Queries and keys turned by their positions, once they went through their norms where they have any.
private struct Rotate: BlockStep {
    let positions: RotaryPositions
    let inside: [BlockHook]
    let reads: [BlockValue] = [.q, .k]
    let results = [StepResult(hook: .rotQ, value: .q), StepResult(hook: .rotK, value: .k)]

    func run(_ pass: inout ForwardPass, _ layer: Int) throws {
        try pass.weights.blocks[layer].attention.headNorms?.normalize(&pass, layer)
        // Padding stands at position 0, as in TransformerLens.
        let places = pass.tokens.positionIDs.map { $0 ?? 0 }
        let angles = positions.angles(layer)
        let waves = angles.waves(upTo: places.max() ?? 0)
        pass.values.q = try rotated(pass.values.q, places, waves, angles.count)
        pass.values.k = try rotated(pass.values.k, places, waves, angles.count)
    }

    /// x [batch, position, head, d_head], turned; its gradient is turned back.
    private func rotated(
        _ x: Tensor, _ places: [Int], _ waves: [RotationAngles.Wave], _ count: Int
    ) throws -> Tensor {
        try Tensor.differentiated("rotation", [x], { try turned($0[0], places, waves, count, sign: 1) }) { _, _ in
            [{ g in try turned(g, places, waves, count, sign: -1) }]
        }
    }

    private func turned(
        _ x: Tensor, _ places: [Int], _ waves: [RotationAngles.Wave], _ count: Int, sign: Float
    ) throws -> Tensor {
        let width = x.shape.last ?? 1
        let heads = x.count / max(1, places.count * width)
        return try x.reading { x in
            try Tensor.making([places.count, heads, width]) { out in
                for (token, place) in places.enumerated() {
                    let waves = waves[(place * count)..<((place + 1) * count)]
                    for head in (token * heads)..<((token + 1) * heads) {
                        let (from, to) = (x + head * width, out + head * width)
                        to.update(from: from, count: width)
                        turn(from, to, waves, sign)
                    }
                }
            }
        }.reshaped(x.shape)
    }

    private func turn(
        _ from: UnsafePointer<Float>, _ to: UnsafeMutablePointer<Float>, _ waves: ArraySlice<RotationAngles.Wave>,
        _ sign: Float
    ) {
        let (next, second) = positions.strides(waves.count)
        if next == 1, sign == 1 {
            return waves.withUnsafeBytes { waves in
                guard let start = waves.assumingMemoryBound(to: Float.self).baseAddress else { return }
                Elementwise.rotateHalves(from, by: start, into: to, pairs: second)
            }
        }
        for (pair, wave) in waves.enumerated() {
            let a = pair * next
            let (b, sine) = (a + second, sign * wave.sine)
            to[a] = from[a] * wave.cosine - from[b] * sine
            to[b] = from[b] * wave.cosine + from[a] * sine
        }
    }
}

extension BlockHook {
    static let rotQ = BlockHook("attn.hook_rot_q", .heads)
    static let rotK = BlockHook("attn.hook_rot_k", .keyHeads)
}
