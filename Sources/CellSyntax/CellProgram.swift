/// A cell as this project reads it: statements, commands, and what was wrong with the text.
public struct CellProgram: Sendable {
    public var source: SourceText
    public var statements: [Statement]
    /// The line magics, in order, each standing before the statements that follow it.
    public var commands: [CellCommandLine]
    public var diagnostics: [CellDiagnostic]
    /// Whether the text is Swift, if perhaps with what cells leave out; then its statements can be checked too.
    public var isReadable = true

    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// A line magic such as `%time model(tokens)`, or a cell magic such as `%%time`.
public struct CellCommandLine: Sendable, Hashable {
    /// Without the percent signs.
    public var name: String
    public var argument: String
    /// Whether it begins with `%%` and then holds the whole rest of the cell.
    public var isWholeCell: Bool
    public var span: SourceSpan
    /// Where the argument begins in the cell.
    public var argumentSpan: SourceSpan
    /// How many statements of the cell stand before it.
    public var statementsBefore: Int
}
