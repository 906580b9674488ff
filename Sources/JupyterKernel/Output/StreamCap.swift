internal import JupyterProtocol

/// Bounds the text that one cell prints: the beginning as it comes, a note, and the end when the cell is done.
struct StreamCap {
    /// Text for one stream.
    struct Piece: Equatable {
        var name: Stream.Name
        var text: String
    }

    private let headBytes: Int
    private let tailBytes: Int
    private var shown = 0
    private var leftOut = 0
    private var tail: [Piece] = []
    private var tailSize = 0

    init(_ limits: OutputLimits) {
        headBytes = limits.streamBytesPerCell
        tailBytes = limits.streamTailBytes
    }

    /// Whether all of `text` is shown now, as nearly always.
    func hasRoom(for text: String) -> Bool { leftOut == 0 && shown + text.utf8.count <= headBytes }

    /// Takes note of a text that ``hasRoom(for:)`` let through.
    mutating func count(_ text: String) { shown += text.utf8.count }

    /// What of `text` is shown now.
    mutating func admit(_ text: String, _ name: Stream.Name) -> [Piece] {
        if hasRoom(for: text) {
            count(text)
            return [Piece(name: name, text: text)]
        }
        guard leftOut == 0 else {
            keep(Piece(name: name, text: text))
            return []
        }
        let pieces = text.split(afterBytes: max(headBytes - shown, 0))
        shown = headBytes
        keep(Piece(name: name, text: pieces.rest))
        return [Piece(name: name, text: pieces.head), Piece(name: .stderr, text: note)].filter { !$0.text.isEmpty }
    }

    /// The end of what was left out, after a line that says how much is missing.
    mutating func takeTail() -> [Piece] {
        defer { (tail, tailSize, leftOut, shown) = ([], 0, 0, headBytes) }
        cutFirstPiece()
        let missing = leftOut - tailSize
        let gap = missing > 0 ? [Piece(name: .stderr, text: "\n[… \(missing) bytes are missing here …]\n")] : []
        return gap + tail
    }

    private var note: String {
        "\n[This cell prints more than \(headBytes >> 10) KiB. The rest is left out; its end follows when the cell is done.]\n"
    }

    private mutating func keep(_ piece: Piece) {
        let count = piece.text.utf8.count
        leftOut += count
        var piece = piece
        if count > 2 * tailBytes { piece.text = piece.text.split(afterBytes: count - tailBytes).rest }
        tailSize += piece.text.utf8.count
        if let last = tail.indices.last, tail[last].name == piece.name, tail[last].text.utf8.count < tailBytes / 8 {
            tail[last].text += piece.text
        } else {
            tail.append(piece)
        }
        while let first = tail.first, tailSize - first.text.utf8.count >= tailBytes {
            tailSize -= first.text.utf8.count
            tail.removeFirst()
        }
    }

    /// Leaves the last ``tailBytes``. Not done before the end: cutting a text takes longer than adding to one.
    private mutating func cutFirstPiece() {
        guard let first = tail.first, tailSize > tailBytes else { return }
        let kept = first.text.split(afterBytes: tailSize - tailBytes).rest
        tailSize -= first.text.utf8.count - kept.utf8.count
        tail[0].text = kept
    }
}

extension String {
    /// The first `bytes` bytes (to a character boundary) and the rest.
    fileprivate func split(afterBytes bytes: Int) -> (head: String, rest: String) {
        guard bytes > 0 else { return ("", self) }
        let end = boundary(atMost: bytes, from: startIndex)
        return (String(self[..<end]), String(self[end...]))
    }
}
