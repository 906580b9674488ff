internal import Synchronization

/// Remembers the tokens of words that were encoded before, up to a bound; shared between copies of a tokenizer.
final class WordCache: Sendable {
    private let words = Mutex<[[UInt8]: [Int32]]>([:])
    private static let capacity = 1 << 16
    private static let longestWord = 64

    /// The tokens of `word`, computed by `encode` when they are not known yet.
    func tokens(of word: [UInt8], encode: ([UInt8]) throws -> [Int32]) rethrows -> [Int32] {
        if word.count > Self.longestWord { return try encode(word) }
        if let known = words.withLock({ $0[word] }) { return known }
        let tokens = try encode(word)
        words.withLock {
            if $0.count >= Self.capacity { $0.removeAll(keepingCapacity: true) }
            $0[word] = tokens
        }
        return tokens
    }
}
