/// The tokens at which a run differs from its base: of each prompt that changed, those from the first changed position on.
///
/// What changes at a position reaches later positions only, so that a span never ends before its prompt does; where queries
/// look at later positions too, it is the whole prompt. Several
/// spans of one prompt belong to several runs that are computed together.
struct ChangedTokens: Equatable {
    let spans: [TokenSpan]
    /// The length of every prompt.
    let positions: Int
    /// The number of tokens in all spans.
    let tokenCount: Int
    /// Whether what changes at a position reaches those before it.
    let reachesBack: Bool

    /// Spans from their prompts and first changed positions, in this order.
    init(_ starts: [(row: Int, first: Int)], positions: Int, reachesBack: Bool = false) {
        var offset = 0
        spans = starts.map { start in
            let first = reachesBack ? 0 : start.first
            let count = positions - first
            defer { offset += count }
            return TokenSpan(row: start.row, first: first, count: count, offset: offset)
        }
        self.positions = positions
        self.reachesBack = reachesBack
        tokenCount = offset
    }

    var isEmpty: Bool { spans.isEmpty }

    /// The same spans, begun earlier where `firsts` says so: the first changed position of every prompt, or the length
    /// of the prompt where nothing changed. Only for spans of one run.
    func including(_ firsts: [Int]) -> ChangedTokens {
        var starts = firsts
        for span in spans { starts[span.row] = min(starts[span.row], span.first) }
        return ChangedTokens(
            starts.enumerated().filter { $1 < positions }.map { (row: $0, first: $1) }, positions: positions,
            reachesBack: reachesBack)
    }
}
