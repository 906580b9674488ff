internal import Digests
internal import SessionSafety
internal import TextFormats

extension Notebook {
    /// A hash of all that its cells show as text or as pictures; of how a file keeps it, nothing.
    ///
    /// Front ends write outputs anew: in other lines, with other counts, and values of JSON with other digits.
    func outputsHash() throws -> String {
        var hash = SHA256()
        for place in codeCells {
            hash.append([0])
            for output in cells[place].outputs {
                try Interruption.check()
                for text in output.texts { hash.append(text.utf8.filter { $0 != UInt8(ascii: "\n") } + [1]) }
            }
        }
        return hash.text()
    }
}

extension NotebookOutput {
    /// Its texts, in an order that does not depend on the file.
    fileprivate var texts: [String] {
        switch content {
        case .stream(let name, let text): [name, text]
        case .shown(let data, _, _):
            data.members.sorted { $0.0 < $1.0 }.flatMap { type, value in value.string.map { [type, $0] } ?? [type] }
        case .error(let name, let message, _): [name, message]
        case .unknown(let type): [type]
        }
    }
}
