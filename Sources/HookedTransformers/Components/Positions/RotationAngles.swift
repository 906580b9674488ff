internal import Platform
internal import Synchronization

/// Cosines and sines of rotations by position, computed in Float64, rounded once, and kept.
final class RotationAngles: Sendable {
    struct Wave {
        let cosine: Float
        let sine: Float
    }

    private let frequencies: [Double]
    private let waves = Mutex<[Wave]>([])

    init(_ frequencies: [Double]) { self.frequencies = frequencies }

    /// The number of pairs per head.
    var count: Int { frequencies.count }

    /// The waves of the positions up to `last`, those of a position side by side.
    func waves(upTo last: Int) -> [Wave] {
        waves.withLock { waves in
            let known = waves.count / max(1, count)
            guard known <= last else { return waves }
            // More than asked for, so that going on token by token stays cheap.
            for position in known...max(last, 2 * known, 63) {
                waves += frequencies.map { frequency in
                    let angle = Double(position) * frequency
                    return Wave(cosine: Float(cos(angle)), sine: Float(sin(angle)))
                }
            }
            return waves
        }
    }
}

/// base to the power of `exponent`.
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
