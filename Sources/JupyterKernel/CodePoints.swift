/// Positions in code: the wire counts Unicode code points, Swift has indices.
enum CodePoints {
    /// The place `offset` code points into `text`; the nearest end when it lies outside.
    static func index(_ offset: Int, in text: String) -> String.Index {
        let scalars = text.unicodeScalars
        guard offset > 0 else { return text.startIndex }
        return scalars.index(scalars.startIndex, offsetBy: offset, limitedBy: scalars.endIndex) ?? scalars.endIndex
    }

    /// How many code points of `text` lie before `index`.
    static func offset(of index: String.Index, in text: String) -> Int {
        let scalars = text.unicodeScalars
        return scalars.distance(from: scalars.startIndex, to: min(max(index, scalars.startIndex), scalars.endIndex))
    }
}
