/// The Mersenne Twister (MT19937) as PyTorch seeds and reads it on the CPU.
///
/// A value type: a copy goes on with the same numbers. Source of the algorithm: Matsumoto and Nishimura (1998),
/// "Mersenne Twister: a 623-dimensionally equidistributed uniform pseudorandom number generator".
public struct RandomGenerator: RandomNumberGenerator, Sendable {
    private var state: [UInt32]
    private var position: Int

    private static let size = 624
    private static let middle = 397

    /// A generator that starts where PyTorch's does after `torch.manual_seed(seed)`.
    public init(seed: UInt64) {
        state = [UInt32(truncatingIfNeeded: seed)]
        state.reserveCapacity(Self.size)
        for i in 1..<Self.size {
            let last = state[i - 1]
            state.append(1_812_433_253 &* (last ^ (last >> 30)) &+ UInt32(i))
        }
        position = Self.size
    }

    /// The next 32 bits.
    public mutating func next32() -> UInt32 {
        if position == Self.size { refill() }
        var y = state[position]
        position += 1
        y ^= y >> 11
        y ^= (y << 7) & 0x9D2C_5680
        y ^= (y << 15) & 0xEFC6_0000
        return y ^ (y >> 18)
    }

    /// The next 64 bits, for Swift's own `random(in:using:)` and `shuffled(using:)`.
    public mutating func next() -> UInt64 {
        let high = UInt64(next32())
        return high << 32 | UInt64(next32())
    }

    /// A number in 0..<1 with 24 random bits.
    mutating func unit() -> Float { Float(next32() & 0xFF_FFFF) * 0x1p-24 }

    /// An integer in low..<high, as PyTorch's `randint`: the remainder of 32 bits, or of 64 for wide ranges.
    mutating func integer(_ low: Int, _ high: Int) -> Int {
        let range = UInt64(bitPattern: Int64(high &- low))
        let bits = range >= 1 << 32 ? next() : UInt64(next32())
        return low &+ Int(Int64(bitPattern: bits % range))
    }

    private mutating func refill() {
        for i in 0..<Self.size {
            let y = (state[i] & 0x8000_0000) | (state[(i + 1) % Self.size] & 0x7FFF_FFFF)
            state[i] = state[(i + Self.middle) % Self.size] ^ (y >> 1) ^ (y & 1 == 0 ? 0 : 0x9908_B0DF)
        }
        position = 0
    }
}
