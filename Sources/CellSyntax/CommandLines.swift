/// Finds the line magics of a cell and takes them out of the text that the Swift parser sees.
struct CommandLines {
    private let source: SourceText
    private let known: [String]
    private(set) var commands: [CellCommandLine] = []
    private(set) var diagnostics: [CellDiagnostic] = []

    init(_ source: SourceText, known: [String]) {
        self.source = source
        self.known = known
    }

    /// The text with blanks in the place of commands, so that every offset stays what it was.
    mutating func cutOut() -> String {
        guard source.text.utf8.contains(UInt8(ascii: "%")) else { return source.text }
        var bytes = Array(source.text.utf8)
        var start = 0
        var insideString = false
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let line = String(decoding: bytes[start..<end], as: UTF8.self)
            let indent = line.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count
            if !insideString, line.utf8.dropFirst(indent).first == UInt8(ascii: "%") {
                let isWhole = line.utf8.dropFirst(indent + 1).first == UInt8(ascii: "%")
                let stop = isWhole ? bytes.count : end
                record(start: start + indent, lineEnd: end, end: stop, isWholeCell: isWhole)
                for index in start..<stop where bytes[index] != 0x0A { bytes[index] = 0x20 }
                if isWhole { break }
            }
            // A line with an odd number of triple quotes opens or closes a long string.
            if line.components(of: "\"\"\"") % 2 == 1 { insideString.toggle() }
            start = end + 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func record(start: Int, lineEnd: Int, end: Int, isWholeCell: Bool) {
        let line = source[SourceSpan(start: start, end: lineEnd)]
        let sigils = isWholeCell ? 2 : 1
        let name = String(line.dropFirst(sigils).prefix { !$0.isWhitespace })
        let nameSpan = SourceSpan(start: start, end: start + sigils + name.utf8.count)
        var argumentStart = nameSpan.end
        let rest = source[SourceSpan(start: argumentStart, end: end)]
        argumentStart += rest.utf8.prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }.count
        let argumentSpan = SourceSpan(start: argumentStart, end: end)
        guard known.contains(name) else {
            let list = known.sorted().map { "%\($0)" }.joined(separator: ", ")
            diagnostics.append(CellDiagnostic("unknown command '%\(name)'", at: nameSpan, hints: ["commands: \(list)"]))
            return
        }
        commands.append(
            CellCommandLine(
                name: name, argument: source[argumentSpan].trimmingBlanks(), isWholeCell: isWholeCell, span: nameSpan,
                argumentSpan: argumentSpan, statementsBefore: 0))
    }
}

extension String {
    /// How often `part` occurs.
    fileprivate func components(of part: String) -> Int {
        var count = 0
        var rest = self[...]
        while !rest.isEmpty {
            if rest.hasPrefix(part) {
                count += 1
                rest = rest.dropFirst(part.count)
            } else {
                rest = rest.dropFirst()
            }
        }
        return count
    }

    func trimmingBlanks() -> String {
        let front = drop { $0.isWhitespace }
        return String(front.reversed().drop { $0.isWhitespace }.reversed())
    }
}
