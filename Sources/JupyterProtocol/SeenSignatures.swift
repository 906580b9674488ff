/// The last signatures that were accepted, so that a recorded message cannot be played again.
struct SeenSignatures: Sendable {
    private let capacity: Int
    private var members: Set<Digest> = []
    private var order: [Digest] = []
    private var oldest = 0

    init(capacity: Int) { self.capacity = max(1, capacity) }

    /// Remembers a signature; false when it is among those remembered. Forgets the oldest when full.
    mutating func insert(_ signature: [UInt8]) -> Bool {
        let digest = Digest(signature)
        guard members.insert(digest).inserted else { return false }
        if order.count < capacity {
            order.append(digest)
        } else {
            members.remove(order[oldest])
            order[oldest] = digest
            oldest = (oldest + 1) % capacity
        }
        return true
    }

    /// The first 128 bits of a hex signature: enough to tell messages apart, a quarter of the memory.
    private struct Digest: Hashable {
        private let high: UInt64
        private let low: UInt64

        init(_ signature: [UInt8]) {
            high = Self.number(signature.prefix(16))
            low = Self.number(signature.dropFirst(16).prefix(16))
        }

        /// Sixteen hex digits as a number; only valid signatures come here, which are hex.
        private static func number(_ digits: ArraySlice<UInt8>) -> UInt64 {
            digits.reduce(0) { $0 << 4 | UInt64($1 < 58 ? $1 &- 48 : $1 &- 87) & 15 }
        }
    }
}
