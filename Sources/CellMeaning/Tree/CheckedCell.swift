package import CellSyntax
package import CellValues

/// A checked cell.
package struct CheckedCell {
    package var source: SourceText
    /// The frame of the top level: variables of inner blocks. Variables of the top level itself are globals.
    package var scope: FunctionScope
    package var statements: [CheckedStatement]
    /// All functions with a body that the cell declares, methods and accessors of its types too.
    package var functions: [UserFunction]
    /// Values of static stored properties, which are computed when they are first used.
    package var staticValues: [StaticValue]
    /// Whether the last statement is an expression whose value the cell shows: not Void, no assignment, no semicolon.
    package var showsLastValue = false
    /// What the cell adds to the session, in order of appearance.
    package var declarations: SessionDeclarations
    package var diagnostics: [CellDiagnostic]

    package init(
        source: SourceText, scope: FunctionScope, statements: [CheckedStatement], functions: [UserFunction],
        staticValues: [StaticValue], showsLastValue: Bool, declarations: SessionDeclarations,
        diagnostics: [CellDiagnostic]
    ) {
        self.source = source
        self.scope = scope
        self.statements = statements
        self.functions = functions
        self.staticValues = staticValues
        self.showsLastValue = showsLastValue
        self.declarations = declarations
        self.diagnostics = diagnostics
    }
}

/// The names that a cell brings into the session.
package struct SessionDeclarations {
    /// Each becomes visible to later cells when its declaration has run.
    package var variables: [Variable] = []
    /// Visible as soon as the cell starts.
    package var functions: [String: [Signature]] = [:]
    package var types: [String: NominalType] = [:]
    package var typeAliases: [String: CellType] = [:]
    /// Members that extensions add to types of the library, by type and name.
    package var extensions: [String: [String: [Signature]]] = [:]
    /// Static stored properties that extensions add, by type and name.
    package var statics: [String: [String: Variable]] = [:]
    /// Protocols that extensions add to types of earlier cells.
    package var conformances: [(type: NominalType, name: String)] = []
    /// Constants declared without a value that the cell may have given one.
    package var assigned: [Variable] = []

    package init() {}
}
