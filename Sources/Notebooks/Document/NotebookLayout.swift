/// How the text of a notebook's file is laid out.
struct NotebookLayout: Sendable, Equatable {
    /// Jupyter itself writes one space a level.
    var indentation = " "
    var endsInNewLine = true

    init() {}

    /// That of a file that is there.
    init(of bytes: [UInt8]) {
        endsInNewLine = bytes.last == UInt8(ascii: "\n")
        guard let line = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return }
        let space = bytes[(line + 1)...].prefix(16).prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        if !space.isEmpty { indentation = String(decoding: space, as: UTF8.self) }
    }
}
