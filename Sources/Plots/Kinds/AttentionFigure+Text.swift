extension AttentionFigure {
    func alternative() -> String {
        let heading = title.isEmpty ? "Attention" : "Attention: \(title)"
        return "\(heading) (\(headNames.prefix(12).joined(separator: ", ")); \(NumberText.counted(sources, "token")))"
    }

    /// The strongest entries of each head, for consoles and screen readers.
    func plainText() throws -> String {
        let shape = "\(NumberText.counted(heads, "head")), \(destinations) × \(sources) (destination × source)"
        var lines = [title.isEmpty ? "Attention, \(shape)" : title + "\nattention, \(shape)"]
        for head in 0..<min(heads, 12) { lines.append("\(headNames[head]): " + (try strongest(inHead: head))) }
        if heads > 12 { lines.append("… and \(NumberText.counted(heads - 12, "more head"))") }
        return lines.joined(separator: "\n")
    }

    private func strongest(inHead head: Int) throws -> String {
        let values = values(ofHead: head)
        let places = try Extremes.places(in: values, from: 0, limit: 3)
        guard !places.isEmpty else { return "no finite values" }
        let largest = abs(Double(values[places[0]]))
        return places.map { place in
            let (destination, source) = ((place - values.startIndex) / sources, (place - values.startIndex) % sources)
            let value = NumberText.significant(Double(values[place]), 3, besides: largest)
            return "\(label(destination + offset)) → \(label(source)) \(value)"
        }.joined(separator: ", ")
    }
}
