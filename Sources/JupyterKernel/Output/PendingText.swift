internal import JupyterProtocol

/// Printed text that waits to travel, in one message per stream and size.
struct PendingText {
    private var name = Stream.Name.stdout
    private var text = ""

    var isEmpty: Bool { text.isEmpty }
    var byteCount: Int { text.utf8.count }

    /// Whether text of `name` must wait until what is here has gone.
    func isOther(_ name: Stream.Name) -> Bool { !text.isEmpty && name != self.name }

    mutating func append(_ new: String, to name: Stream.Name) {
        self.name = name
        text += new
    }

    /// All of it, in pieces of at most `pieceBytes`, cut between characters.
    mutating func take(pieceBytes: Int) -> [Output] {
        guard !text.isEmpty else { return [] }
        let pieces = text.pieces(ofBytes: pieceBytes).map { Output.stream(name, $0) }
        text = ""
        return pieces
    }

    /// The pieces that are full; the rest waits for more.
    mutating func takeFull(pieceBytes: Int) -> [Output] {
        var pieces = text.pieces(ofBytes: pieceBytes)
        text = pieces.popLast() ?? ""
        return pieces.map { .stream(name, $0) }
    }
}

extension String {
    /// The text in pieces of at most `limit` bytes (at least one character each).
    func pieces(ofBytes limit: Int) -> [String] {
        guard utf8.count > limit else { return [self] }
        var pieces: [String] = []
        var start = startIndex
        while start < endIndex {
            let end = boundary(atMost: limit, from: start)
            pieces.append(String(self[start..<end]))
            start = end
        }
        return pieces
    }

    /// The last character boundary at most `bytes` after `start`, but at least one character on.
    func boundary(atMost bytes: Int, from start: Index) -> Index {
        guard let end = utf8.index(start, offsetBy: bytes, limitedBy: endIndex) else { return endIndex }
        var boundary = end
        while boundary > start, !isScalarBoundary(boundary) { boundary = utf8.index(before: boundary) }
        return boundary > start ? boundary : unicodeScalars.index(after: start)
    }

    private func isScalarBoundary(_ index: Index) -> Bool {
        index == endIndex || !(0x80..<0xC0).contains(utf8[index])
    }
}
