package import TensorCore

/// Rotations of queries and keys by angles that grow with the position: a score depends on the distance alone then.
///
/// Of the first `2 · frequencies.count` components of each head, component j is paired with component j + frequencies.count, and
/// turned by position · frequencies[j]; the others stay. Su et al. (2021), "RoFormer".
package struct RotaryPositions: Positions {
    private let angles: RotationAngles

    /// - Parameter frequencies: the angle per position of each pair.
    package init(frequencies: [Double]) { angles = RotationAngles(frequencies) }

    /// base^(−2j / dim) for each of the dim / 2 pairs.
    package static func frequencies(dim: Int, base: Double) -> [Double] {
        (0..<(dim / 2)).map { power(base, -2 * Double($0) / Double(dim)) }
    }

    package func parameters(_ name: String, _ cfg: HookedTransformerConfig) -> [Parameter] { [] }
    package var steps: [any BlockStep] { [Rotate(angles: angles)] }
    package var blockHooks: [BlockHook] { [.rotK, .rotQ] }
    package func add(in pass: inout ForwardPass) {}
    package mutating func center() {}
}

/// Queries and keys turned by their positions.
private struct Rotate: BlockStep {
    let angles: RotationAngles
    let reads: [BlockValue] = [.q, .k]
    let results = [StepResult(hook: .rotQ, value: .q), StepResult(hook: .rotK, value: .k)]

    func run(_ pass: inout ForwardPass, _ layer: Int) throws {
        // Padding stands at position 0, as in TransformerLens.
        let places = pass.tokens.positionIDs.map { $0 ?? 0 }
        let waves = angles.waves(upTo: places.max() ?? 0)
        pass.values.q = try rotated(pass.values.q, places, waves, pass.cfg)
        pass.values.k = try rotated(pass.values.k, places, waves, pass.cfg)
    }

    /// x [batch, position, head, d_head], turned.
    private func rotated(
        _ x: Tensor, _ places: [Int], _ waves: [RotationAngles.Wave], _ cfg: HookedTransformerConfig
    ) throws -> Tensor {
        let (pairs, width) = (angles.count, cfg.dHead)
        let heads = x.count / (places.count * width)
        return try x.reading { x in
            try Tensor.making([places.count, heads, width]) { out in
                for (token, place) in places.enumerated() {
                    for head in (token * heads)..<((token + 1) * heads) {
                        let (from, to) = (x + head * width, out + head * width)
                        to.update(from: from, count: width)
                        for pair in 0..<pairs {
                            let wave = waves[place * pairs + pair]
                            to[pair] = from[pair] * wave.cosine - from[pair + pairs] * wave.sine
                            to[pair + pairs] = from[pair + pairs] * wave.cosine + from[pair] * wave.sine
                        }
                    }
                }
            }
        }.reshaped(x.shape)
    }
}

extension BlockHook {
    static let rotQ = BlockHook("attn.hook_rot_q", .heads)
    static let rotK = BlockHook("attn.hook_rot_k", .keyHeads)
}
