internal import CellMeaning
internal import CellSyntax
internal import CellValues

/// What the checker makes on its way through a cell: what is wrong, and nodes whose types are settled at the end.
struct Findings {
    var diagnostics: [CellDiagnostic] = []
    var expressions: [CheckedExpression] = []
    var variables: [Variable] = []
    var closures: [CheckedClosure] = []
    /// Operators on numbers whose type is not known yet.
    var undecided: [CheckedExpression] = []
    /// What Swift refuses, or makes `Any`, where nothing is wanted of it.
    var mixed: [(expression: CheckedExpression, mistake: Mistake)] = []
    /// Members of arithmetic of literals, of which Swift knows no type until something tells it.
    var untold: [(variable: TypeVariable, operation: String, span: SourceSpan)] = []
    var functions: [UserFunction] = []
    /// Bodies of functions and methods: checked when all of the cell's names are known.
    var laterBodies: [() -> Void] = []
    /// The expressions that are looked at by themselves: those that are no part of another one.
    var units: [SourceSpan] = []
    /// Every type that the cell spells out, for the checks at its end.
    var writtenTypes: [(type: CellType, span: SourceSpan)] = []

    mutating func add(_ others: Findings) {
        diagnostics += others.diagnostics
        expressions += others.expressions
        variables += others.variables
        closures += others.closures
        undecided += others.undecided
        mixed += others.mixed
        untold += others.untold
        functions += others.functions
        laterBodies += others.laterBodies
        units += others.units
        writtenTypes += others.writtenTypes
    }
}
