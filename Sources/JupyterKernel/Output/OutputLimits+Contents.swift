internal import Display
internal import JupyterProtocol

/// The one way from what an interpreter hands over to what the wire carries: bounded as printed text is.
extension OutputLimits {
    /// A bundle whose texts are cut in the middle when they are longer than what a cell may print.
    func content(of bundle: MIMEBundle) -> MIMEContent {
        var content = MIMEContent(bundle)
        var notes = ""
        for type in MIMEType.allCases {
            guard let text = bundle.representations[type] else { continue }
            if Self.mayBeCut.contains(type) {
                content.data[type.rawValue] = .string(cut(text, head: streamBytesPerCell, tail: streamTailBytes))
            } else if text.utf8.count > representationBytes {
                content.data[type.rawValue] = nil
                notes += leftOut(type, text.utf8.count)
            }
        }
        if !notes.isEmpty {
            let plain = cut(bundle.plain, head: streamBytesPerCell, tail: streamTailBytes)
            content.data[MIMEType.plain.rawValue] = .string(plain + notes)
        }
        return content
    }

    /// An error whose message and lines are cut in the middle when they are too long.
    func content(of error: CodeError) -> ErrorContent {
        let room = max(errorBytes, 16)
        func cut(_ text: String) -> String { self.cut(text, head: room / 8 * 7, tail: room / 8) }
        let isLong = error.traceback.reduce(0) { $0 + $1.utf8.count } > room
        return ErrorContent(
            name: self.cut(error.name, head: 1000, tail: 0), value: cut(error.message),
            traceback: isLong ? [cut(error.traceback.joined(separator: "\n"))] : error.traceback)
    }

    private static let mayBeCut: Set<MIMEType> = [.plain, .markdown, .latex]

    /// The beginning and the end of a text that is longer than both, with a note between them.
    private func cut(_ text: String, head: Int, tail: Int) -> String {
        let count = text.utf8.count
        guard count > head + tail else { return text }
        let start = text.boundary(atMost: head, from: text.startIndex)
        let end = text.boundary(atMost: count - tail, from: text.startIndex)
        let missing = text.utf8.distance(from: start, to: end)
        return text[..<start] + "\n[… \(missing) of \(count) bytes are left out here; \(wayToSeeMore) …]\n"
            + text[end...]
    }

    private func leftOut(_ type: MIMEType, _ count: Int) -> String {
        "\n[Its form as \(type.rawValue) has \(count >> 20) MiB and is left out; at most \(representationBytes >> 20) MiB are shown]"
    }
}
