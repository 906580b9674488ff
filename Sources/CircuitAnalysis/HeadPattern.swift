internal import HookedTransformers
internal import SessionSafety
public import TensorCore

/// Where a head of a certain kind looks, for each text: what ``detectHead(_:_:_:heads:cache:excludeBOS:excludeCurrentToken:errorMeasure:)`` compares attention with.
///
/// With t the token ids, i the query's position and j the key's, a pattern P is 1 at:
/// - ``previousTokenHead``: j = i − 1
/// - ``duplicateTokenHead``: j < i and t[j] = t[i]
/// - ``inductionHead``: 1 ≤ j ≤ i and t[j − 1] = t[i]
public enum HeadPattern: Sendable {
    /// Looks at the token before.
    case previousTokenHead
    /// Looks at earlier occurrences of the same token.
    case duplicateTokenHead
    /// Looks at what followed earlier occurrences of the same token.
    case inductionHead
    /// A pattern of your own [position (query), position (key)], nothing above the diagonal.
    ///
    /// `.custom(Tensor.eye(15))`
    case custom(_ pattern: Tensor)

    /// The pattern for a text, [position (query), position (key)].
    ///
    /// `try HeadPattern.inductionHead.matrix(for: [1, 2, 1])`
    /// - Throws: ``HeadDetectorError`` when a custom pattern has another size or looks ahead.
    public func matrix(for tokens: [Int]) throws -> Tensor {
        let size = tokens.count
        if case .custom(let pattern) = self { return try checked(pattern, size: size) }
        var pattern = try Fault.catching { Tensor.zeros([size, size]) }
        try pattern.withUnsafeMutableFloats { values in
            for query in 0..<size {
                if query & 0xF == 0 { try Interruption.check() }
                for key in 0...query where looks(tokens, query, key) { values[query * size + key] = 1 }
            }
        }
        return pattern
    }

    private func looks(_ tokens: [Int], _ query: Int, _ key: Int) -> Bool {
        switch self {
        case .previousTokenHead: key == query - 1
        case .duplicateTokenHead: key < query && tokens[key] == tokens[query]
        case .inductionHead: key >= 1 && tokens[key - 1] == tokens[query]
        case .custom: false
        }
    }

    private func checked(_ pattern: Tensor, size: Int) throws -> Tensor {
        guard pattern.shape == [size, size] else {
            throw HeadDetectorError.wrongPatternShape(expected: size, found: pattern.shape)
        }
        let values = try pattern.floats()
        for query in 0..<size {
            if query & 0xF == 0 { try Interruption.check() }
            for key in 0..<size where key > query && values[query * size + key] != 0 {
                throw HeadDetectorError.patternLooksAhead(query: query, key: key)
            }
        }
        return pattern
    }
}
