internal import CellSyntax

/// A part of a cell that has commands: Swift between them, or a command with its argument.
struct CellPiece {
    /// The cell with everything blank but this piece, or the command's argument: so it keeps its lines and columns.
    let text: SourceText
    let command: (command: CellCommand, line: CellCommandLine)?
    var options: [Character: Int] = [:]

    /// In the order of the cell's lines. Stretches without a statement are left out.
    static func pieces(of program: CellProgram, _ commands: [CellCommand]) -> [CellPiece] {
        let source = program.source
        let end = source.text.utf8.count
        var pieces: [CellPiece] = []
        var (start, statements) = (0, 0)
        func addStretch(until stop: Int, _ count: Int) {
            guard count > statements else { return }
            pieces.append(CellPiece(text: source.only(start..<stop), command: nil))
            statements = count
        }
        for line in program.commands {
            guard let command = commands.first(where: { $0.name == line.name }) else { continue }
            addStretch(until: line.span.start, line.statementsBefore)
            start = line.isWholeCell ? end : line.argumentSpan.end
            let options = CommandOptions(line.argument, names: command.options)
            let argument = source.only((line.argumentSpan.start + options.length)..<line.argumentSpan.end)
            pieces.append(CellPiece(text: argument, command: (command, line), options: options.values))
        }
        addStretch(until: end, program.statements.count)
        return pieces
    }
}

extension SourceText {
    /// The text with everything blank but a part.
    fileprivate func only(_ part: Range<Int>) -> SourceText {
        var bytes = Array(text.utf8)
        for index in bytes.indices where !part.contains(index) && bytes[index] != 0x0A { bytes[index] = 0x20 }
        return SourceText(String(decoding: bytes, as: UTF8.self), name: name)
    }
}
