/// What can keep heads from being scored.
public enum HeadDetectorError: Error, Equatable, CustomStringConvertible {
    /// A text of fewer than two tokens.
    case tooFewTokens(Int)
    /// A pattern whose shape is not that of the text.
    case wrongPatternShape(expected: Int, found: [Int])
    /// A pattern in which a query looks at a later key.
    case patternLooksAhead(query: Int, key: Int)
    /// Texts of unequal lengths with one cache for all of them.
    case textsOfUnequalLengths([Int])
    /// A cache of other tokens.
    case wrongCacheShape(hook: String, expected: [Int], found: [Int])

    public var description: String {
        switch self {
        case .tooFewTokens(let count):
            "the text has \(count) token\(count == 1 ? "" : "s") with its BOS; a head can be scored on at least 2"
        case .wrongPatternShape(let expected, let found):
            "the detection pattern has shape \(found); the text has \(expected) tokens, so it has to be [\(expected), \(expected)]"
        case .patternLooksAhead(let query, let key):
            "the detection pattern has to be lower triangular: at [\(query), \(key)] a query looks ahead"
        case .textsOfUnequalLengths(let lengths):
            "the texts have unequal lengths, \(lengths) tokens, which no one cache can hold; leave cache: out"
        case .wrongCacheShape(let hook, let expected, let found):
            "\(hook) has the shape \(found) in cache:; for these tokens it has to be \(expected), "
                + "[batch, head, position, position]"
        }
    }
}
