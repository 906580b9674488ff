internal import SwiftDiagnostics
internal import SwiftParser
internal import SwiftParserDiagnostics
internal import SwiftSyntax

/// Turns a cell's text into a ``CellProgram``. Never fails: what cannot be read becomes a diagnostic.
package enum CellParser {
    /// - Parameter commands: the line magics that exist, without their percent sign; any other is an error.
    package static func parse(_ source: SourceText, commands: [String] = []) -> CellProgram {
        var magics = CommandLines(source, known: commands)
        let text = magics.cutOut()
        var program = CellProgram(source: source, statements: [], commands: [], diagnostics: magics.diagnostics)
        if let excess = Nesting.excess(in: text) {
            program.diagnostics.append(excess)
            program.isReadable = false
            return program
        }
        var file = Parser.parse(source: text)
        if file.hasError, let comments = PoundComments(text) {
            // Python's comments; without them the rest can be read.
            program.diagnostics.append(comments.diagnostic)
            file = Parser.parse(source: comments.rest)
        }
        program.isReadable = !file.hasError
        if file.hasError, let stray = strayCharacter(file) {
            // swift-syntax can't take all of what may be said about it, and ends the process.
            program.diagnostics.append(stray)
            return program
        }
        if file.hasError || file.hasWarning {
            let all = ParseDiagnosticsGenerator.diagnostics(for: file).map { ParserMessage($0).diagnostic }
            program.diagnostics += firstOfEachLine(all, source)
        }
        let lowering = Lowering()
        program.statements = lowering.statements(file.statements)
        // After a mistake in its form what a text seems to hold is not what was meant.
        if !file.hasError { program.diagnostics += lowering.diagnostics }
        program.commands = placed(magics.commands, file)
        return program
    }

    /// One slip often is several mistakes to the parser, the first of which tells it.
    private static func firstOfEachLine(_ all: [CellDiagnostic], _ source: SourceText) -> [CellDiagnostic] {
        var lines: Set<Int> = []
        return all.filter { diagnostic in
            diagnostic.severity != .error || lines.insert(source.position(of: diagnostic.span.start).line).inserted
        }
    }

    /// The first character that is no part of Swift, or a form feed or its like, which swift-syntax takes for a space in one
    /// place and not in another, if there is one.
    static func strayCharacter(_ file: SourceFileSyntax) -> CellDiagnostic? {
        for token in file.tokens(viewMode: .sourceAccurate) {
            let sides = [
                (token.position, token.leadingTrivia), (token.endPositionBeforeTrailingTrivia, token.trailingTrivia),
            ]
            for (start, trivia) in sides {
                var place = start.utf8Offset
                for piece in trivia.pieces {
                    switch piece {
                    case .unexpectedText, .formfeeds, .verticalTabs:
                        return CellDiagnostic(
                            "invalid character in source file", at: SourceSpan(start: place, end: place + 1))
                    default: break
                    }
                    place += piece.sourceLength.utf8Length
                }
            }
        }
        return nil
    }

    /// The commands, each with the number of statements before it.
    private static func placed(_ commands: [CellCommandLine], _ file: SourceFileSyntax) -> [CellCommandLine] {
        if commands.isEmpty { return [] }
        let starts = file.statements.map { $0.positionAfterSkippingLeadingTrivia.utf8Offset }
        return commands.map { command in
            var command = command
            command.statementsBefore = starts.prefix { $0 < command.span.start }.count
            return command
        }
    }

    /// Reads one declaration as an interface writes it, such as `func sum(dim: Int) -> Tensor`.
    package static func interface(_ text: String) -> Result<Statement, CellDiagnostic> {
        let file = Parser.parse(source: "extension Owner {\n\(text)\n}")
        if file.hasError, let first = ParseDiagnosticsGenerator.diagnostics(for: file).first {
            return .failure(ParserMessage(first).diagnostic)
        }
        let lowering = Lowering()
        guard case .type(let owner)? = lowering.statements(file.statements).first?.kind,
            let member = owner.members.first, owner.members.count == 1
        else { return .failure(CellDiagnostic("expected one declaration", at: .none)) }
        if let problem = lowering.diagnostics.first { return .failure(problem) }
        return .success(member)
    }

    /// Reads a type, such as `[Int]`.
    package static func type(_ text: String) -> TypeReference {
        switch interface("var x: \(text)") {
        case .success(let statement):
            if case .variable(let variable) = statement.kind, let type = variable.bindings.first?.type { return type }
        case .failure: break
        }
        return TypeReference(.invalid, .none)
    }
}

/// A diagnostic of the Swift parser, in this project's form.
struct ParserMessage {
    let diagnostic: CellDiagnostic

    init(_ message: Diagnostic) {
        let start = message.position.utf8Offset
        var hints = message.notes.map { "note: \($0.message)" }
        hints += message.fixIts.map { "fix: \($0.message.message)" }
        let end = max(start + 1, message.node.endPositionBeforeTrailingTrivia.utf8Offset)
        let severity: CellDiagnostic.Severity = message.diagMessage.severity == .error ? .error : .warning
        diagnostic = CellDiagnostic(
            message.message,
            at: SourceSpan(start: start, end: message.position == message.node.position ? end : start + 1),
            hints: hints, severity: severity)
    }
}
