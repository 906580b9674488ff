internal import CellMachine
internal import CellMeaning
internal import CellSyntax
internal import CellValues
internal import Display

extension Interpreter {
    /// Runs a cell that has commands: the stretches of Swift between them, and the commands, from top to bottom.
    ///
    /// With a mistake in any of its pieces, nothing runs. The last piece's value is the cell's.
    func execute(_ program: CellProgram) throws -> ShownValue? {
        let pieces = CellPiece.pieces(of: program, commands)
        let errors = try mistakes(in: program, pieces)
        guard errors.isEmpty else { throw CompileFailure(diagnostics: errors, source: program.source) }
        var last: ShownValue?
        for (index, piece) in pieces.enumerated() {
            last = try run(piece, program.source)
            if index < pieces.count - 1 { showPage(last, of: piece) }
        }
        return last
    }

    private func run(_ piece: CellPiece, _ source: SourceText) throws -> ShownValue? {
        guard let (command, line) = piece.command else { return try execute(piece.text) }
        let context = CellCommandContext(
            interpreter: self, argument: line.argument, isWholeCell: line.isWholeCell, program: piece.text,
            options: piece.options)
        do {
            return try command.run(context).map { ShownValue(value: .host(HostCell($0)), type: .any) }
        } catch { throw error is CompileFailure ? error : Site(source, line.span).locating(error) }
    }

    /// What a command tells in the middle of a cell is shown there; values are shown only at the end.
    private func showPage(_ shown: ShownValue?, of piece: CellPiece) {
        guard let (command, _) = piece.command, !command.runsSwift,
            case .host(let box)? = shown?.value, let page = box.payloadAny as? MIMEBundle
        else { return }
        display(page)
    }

    // MARK: Checking

    /// What is wrong with a cell, found without running it. Every piece of a cell with commands is a program of its own.
    func mistakes(in program: CellProgram, _ pieces: [CellPiece]) throws -> [CellDiagnostic] {
        let errors = program.diagnostics.filter { $0.severity == .error }
        guard program.isReadable else { return errors }
        let found = try mistakes(in: pieces, names.copy()).filter { !errors.contains($0) }
        return (errors + found).sorted { $0.span.start < $1.span.start }
    }

    /// What is wrong with any of the pieces. Each knows what those before it declare.
    private func mistakes(in pieces: [CellPiece], _ names: SessionNames) throws -> [CellDiagnostic] {
        try pieces.filter { $0.command?.command.runsSwift ?? true }.flatMap { try mistakes(in: $0.text, names) }
    }

    private func mistakes(in text: SourceText, _ names: SessionNames) throws -> [CellDiagnostic] {
        let program = CellParser.parse(text, commands: commands.map(\.name))
        guard program.commands.isEmpty else { return try mistakes(in: CellPiece.pieces(of: program, commands), names) }
        let cell = try check(program, names)
        names.define(cell.declarations)
        for variable in cell.declarations.variables { names.define(variable) }
        return cell.diagnostics.filter { $0.severity == .error }
    }
}
