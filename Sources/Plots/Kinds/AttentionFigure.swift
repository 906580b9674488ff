internal import SessionSafety

/// What an attention viewer shows: some heads over the same tokens.
struct AttentionFigure: Sendable {
    var title: String
    var headNames: [String]
    /// One per source position; the destinations are the last of them.
    var tokens: [String]
    var destinations: Int
    /// [head, destination, source]
    var values: [Float]

    /// More than this would be tens of megabytes in the notebook.
    static let mostCells = 16_777_216
    /// More than this nobody could tell apart.
    static let (mostHeads, mostTokens) = (2048, 8192)

    var heads: Int { headNames.count }
    var sources: Int { tokens.count }
    /// How many positions come before the first destination.
    var offset: Int { sources - destinations }

    func value(head: Int, destination: Int, source: Int) -> Float {
        values[(head * destinations + destination) * sources + source]
    }

    func values(ofHead head: Int) -> ArraySlice<Float> {
        values[head * destinations * sources..<(head + 1) * destinations * sources]
    }

    /// Whether no destination attends to a later source in any head; those cells are then grey, not zero.
    func isCausal() throws -> Bool {
        for row in 0..<heads * destinations {
            if row & 63 == 0 { try Interruption.check() }
            let firstLater = min(row % destinations + offset + 1, sources)
            let later = values[(row * sources + firstLater)..<(row + 1) * sources]
            if later.contains(where: { $0 != 0 && $0.isFinite && $0 > -1e4 }) { return false }
        }
        return sources > 1
    }

    /// All heads below one another as levels of `scale`.
    func image(_ scale: AttentionScale) throws -> IndexedImage {
        var pixels: [UInt8] = []
        pixels.reserveCapacity(values.count)
        try Blocks.forEach(0..<values.count) { block in pixels += values[block].lazy.map { scale.level(of: $0) } }
        if try isCausal() {
            for row in 0..<heads * destinations {
                if row & 63 == 0 { try Interruption.check() }
                let first = row % destinations + offset + 1
                for source in first..<max(first, sources) {
                    pixels[row * sources + source] = AttentionScale.maskedLevel
                }
            }
        }
        return IndexedImage(
            width: sources, height: heads * destinations, pixels: pixels, palette: scale.palette)
    }

    /// `Mary (4)`: tokens repeat, so the position belongs to the name.
    func label(_ position: Int) -> String { TokenLabel.shown(tokens[position]) + " (\(position))" }
}
