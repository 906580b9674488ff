/// The tokens at which a run differs from its base: per lane a prompt, from its first changed position to its end.
///
/// What changes at a position reaches later positions only, so that a lane never ends before its prompt does. Several
/// lanes of one prompt belong to several runs that are computed together.
struct Lanes: Equatable {
    struct Lane: Equatable {
        /// The prompt, as in the base run.
        let row: Int
        /// The first changed position.
        let first: Int
        /// Where the lane's first token stands among the tokens of all lanes.
        let offset: Int
    }

    let all: [Lane]
    /// The length of every prompt.
    let positions: Int
    /// The number of tokens in all lanes.
    let tokenCount: Int

    /// Lanes from their prompts and first changed positions, in this order.
    init(_ starts: [(row: Int, first: Int)], positions: Int) {
        var offset = 0
        all = starts.map { start in
            defer { offset += positions - start.first }
            return Lane(row: start.row, first: start.first, offset: offset)
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
