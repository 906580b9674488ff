import Foundation

/// Damage done to good text or bytes, the same in every run.
package struct Mutations {
    package var random: RepeatableRandomGenerator

    package init(seed: UInt64) { random = RepeatableRandomGenerator(seed: seed) }

    /// How many rounds a test of hostile input takes. `FUZZ_ROUNDS` asks for more: 3000 are the usual ones, of every test.
    package static func rounds(_ usual: Int) -> Int {
        let asked = ProcessInfo.processInfo.environment["FUZZ_ROUNDS"].flatMap { Int($0) } ?? 3000
        return max(1, usual * asked / 3000)
    }

    /// A few bytes changed, removed, doubled or moved; at times all of the end is cut off.
    package mutating func damaged(_ whole: [UInt8]) -> [UInt8] {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            let length = Int.random(in: 1...min(8, bytes.count - place), using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.removeSubrange(place..<(place + length))
            case 2: bytes.insert(contentsOf: bytes[place..<(place + length)], at: place)
            case 3: bytes[place] = Array("\"{}[]():,.0-9\\n\u{0}$%".utf8).randomElement(using: &random) ?? 0
            case 4: bytes.removeLast(bytes.count - place)
            default: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &random))
            }
        }
        return bytes
    }
}
