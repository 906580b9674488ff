/// The tokens at which a run differs from its base: per lane a prompt, from its first changed position to its end.
///
/// What changes at a position reaches later positions only, so that a lane never ends before its prompt does. Several
/// lanes of one prompt belong to several runs that are computed together.
struct Lanes: Equatable {
    let all: [TokenSpan]
    /// The length of every prompt.
    let positions: Int
    /// The number of tokens in all lanes.
    let tokenCount: Int

    /// Lanes from their prompts and first changed positions, in this order.
    init(_ starts: [(row: Int, first: Int)], positions: Int) {
        var offset = 0
        all = starts.map { start in
            let count = positions - start.first
            defer { offset += count }
            return TokenSpan(row: start.row, first: start.first, count: count, offset: offset)
        }
        self.positions = positions
        tokenCount = offset
    }

    var isEmpty: Bool { all.isEmpty }

    /// The same lanes, begun earlier where `firsts` says so: the first changed position of every prompt, or the length
    /// of the prompt where nothing changed. Only for lanes of one run.
    func including(_ firsts: [Int]) -> Lanes {
        var starts = firsts
        for lane in all { starts[lane.row] = min(starts[lane.row], lane.first) }
        return Lanes(
            starts.enumerated().filter { $1 < positions }.map { (row: $0, first: $1) }, positions: positions)
    }
}
