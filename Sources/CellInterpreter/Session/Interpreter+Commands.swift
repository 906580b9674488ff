internal import CellSyntax
internal import Display

extension Interpreter {
    /// Runs a cell that has commands: the stretches of Swift between them, and the commands, from top to bottom.
    func execute(_ program: CellProgram) throws -> ShownValue? {
        let errors = program.diagnostics.filter { $0.severity == .error }
        guard errors.isEmpty else { throw CompileFailure(diagnostics: errors, source: program.source) }
        var last: ShownValue?
        var start = 0
        for command in program.commands {
            last = try stretch(program.source, start, command.span.start) ?? last
            start = command.isWholeCell ? program.source.text.utf8.count : command.argumentSpan.end
            last = try run(command, program.source)
        }
        return try stretch(program.source, start, program.source.text.utf8.count) ?? last
    }

    private func run(_ command: CellCommandLine, _ source: SourceText) throws -> ShownValue? {
        guard let known = commands.first(where: { $0.name == command.name }) else { return nil }
        let argument = only(command.argumentSpan.start, command.argumentSpan.end, of: source)
        let context = CellCommandContext(
            interpreter: self, argument: command.argument, isWholeCell: command.isWholeCell, program: argument)
        let bundle: MIMEBundle?
        do { bundle = try known.run(context) } catch {
            throw error is CompileFailure ? error : Site(source, command.span).locating(error)
        }
        return bundle.map { ShownValue(value: .host(HostCell($0)), type: .any) }
    }

    /// Runs a part of a cell; nil when it holds nothing.
    private func stretch(_ source: SourceText, _ start: Int, _ end: Int) throws -> ShownValue? {
        let part = only(start, end, of: source)
        guard part.text.contains(where: { !$0.isWhitespace }) else { return nil }
        return try execute(part)
    }

    /// The text with everything blank but a part, which so keeps its line and column.
    private func only(_ start: Int, _ end: Int, of source: SourceText) -> SourceText {
        var bytes = Array(source.text.utf8)
        for index in bytes.indices where (index < start || index >= end) && bytes[index] != 0x0A { bytes[index] = 0x20 }
        return SourceText(String(decoding: bytes, as: UTF8.self), name: source.name)
    }
}
