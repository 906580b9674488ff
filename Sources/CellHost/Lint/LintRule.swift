package import CellSyntax
package import CellValues

/// A mistake of method that a cell's text and values show: the cell runs, and says something else than it seems to.
///
/// ```swift
/// library.lintRules.append(LintRule("same-twice") { cell in cell.statements.compactMap { … } })
/// ```
package struct LintRule: Sendable {
    /// What stands in brackets, and what `// lint:ok` names: `mean-over-coordinates`.
    package let name: String
    /// What is wrong with a cell that has run.
    package let check: @Sendable (LintedCell) -> [LintFinding]

    package init(_ name: String, _ check: @escaping @Sendable (LintedCell) -> [LintFinding]) {
        (self.name, self.check) = (name, check)
    }
}

/// Where a rule was broken, and the way out.
package struct LintFinding {
    package let span: SourceSpan
    /// One line: what is wrong, and the fix.
    package let text: String

    package init(_ span: SourceSpan, _ text: String) { (self.span, self.text) = (span, text) }
}

/// A cell that has run, with what the session knows.
package struct LintedCell {
    package let statements: [Statement]
    package let source: SourceText
    package let session: (String) -> CellValue?
    package let definitions: [String: Expression]

    package init(
        statements: [Statement], source: SourceText, session: @escaping (String) -> CellValue?,
        definitions: [String: Expression]
    ) {
        self.statements = statements
        self.source = source
        self.session = session
        self.definitions = definitions
    }

    /// The value of a variable of the session.
    package func value(_ name: String) -> CellValue? { session(name) }

    /// The names of variables whose declarations are known, in alphabetical order.
    package var definedNames: [String] { definitions.keys.sorted() }

    /// The expression that a variable of the session was declared with, in this cell or an earlier one.
    package func definition(_ name: String) -> Expression? { definitions[name] }

    /// The text of an expression of this cell.
    package func text(_ expression: Expression) -> String { source[expression.span] }
}
