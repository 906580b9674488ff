/// A cell as this project reads it: statements, commands, and what was wrong with the text.
package struct CellProgram: Sendable {
    package var source: SourceText
    package var statements: [Statement]
    /// The line magics, in order, each standing before the statements that follow it.
    package var commands: [CellCommandLine]
    package var diagnostics: [CellDiagnostic]
    /// Whether the text is Swift, if perhaps with what cells leave out; then its statements can be checked too.
    package var isReadable = true

    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// A line magic such as `%time model(tokens)`, or a cell magic such as `%%time`.
package struct CellCommandLine: Sendable, Hashable {
    /// Without the percent signs.
    package var name: String
    package var argument: String
    /// Whether it begins with `%%` and then holds the whole rest of the cell.
    package var isWholeCell: Bool
    package var span: SourceSpan
    /// Where the argument begins in the cell.
    package var argumentSpan: SourceSpan
    /// How many statements of the cell stand before it.
    package var statementsBefore: Int
}
