internal import SessionSafety
internal import TensorCore

/// Random parts of a circuit, on which completeness is tried: neither nothing nor all of it.
package struct RandomParts<Component> {
    package private(set) var all: [[Component]] = []

    /// - Throws: `Interrupted`; an error for more parts than there is memory for.
    package init(of circuit: [Component], count: Int, seed: Int) throws {
        guard circuit.count > 1 else { return }
        try MemoryBudget.check(count, of: circuit.count * MemoryLayout<Component>.stride)
        var random = RandomGenerator(seed: UInt64(bitPattern: Int64(seed)))
        for _ in 0..<count {
            try Interruption.check()
            let shuffled = circuit.shuffled(using: &random)
            all.append(Array(shuffled.prefix(Int.random(in: 1..<circuit.count, using: &random))))
        }
    }
}
