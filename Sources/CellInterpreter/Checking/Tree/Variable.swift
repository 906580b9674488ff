internal import CellSyntax

/// A variable or parameter of a cell, found by the checker and given its place by the compiler.
final class Variable {
    let name: String
    /// May hold type variables until the checker is done with the cell.
    var type: CellType
    /// `let`, a parameter, a loop's variable.
    let isConstant: Bool
    /// Where it is declared.
    let span: SourceSpan
    /// The function or closure whose frame holds it; nil for a global.
    let scope: FunctionScope?
    /// Whether a nested function or closure uses it: it then lives in a ``VariableBox``.
    var isCaptured = false
    /// A global's value; it outlives the cell.
    let global: VariableBox?
    /// The compiler's: its place in the frame of ``scope``.
    var slot = -1
    /// A `let` declared without a value, which may be assigned once, later.
    var isDeferred = false
    /// Of one that is deferred: whether a cell that has run may have given it its value.
    var wasSet = false
    /// The text above the declaration.
    var documentation = ""
    /// Of a static stored property: what it is when it is first used.
    var staticValue: StaticValue?
    var access = AccessLevel.everywhere
    /// A function that a parameter holds and that may not be kept.
    var mayNotEscape = false
    /// An `inout` parameter, also `self` of a mutating method.
    var isInOut = false

    init(_ name: String, _ type: CellType, isConstant: Bool, span: SourceSpan, scope: FunctionScope) {
        self.name = name
        self.type = type
        self.isConstant = isConstant
        self.span = span
        self.scope = scope
        global = nil
        scope.variables.append(self)
    }

    /// A global.
    init(global name: String, _ type: CellType, isConstant: Bool, span: SourceSpan, box: VariableBox) {
        self.name = name
        self.type = type
        self.isConstant = isConstant
        self.span = span
        scope = nil
        global = box
    }
}

/// The value of a static stored property, in a frame of its own.
final class StaticValue {
    let scope: FunctionScope
    let value: CheckedExpression
    let source: SourceText
    /// The compiler's: ready to run.
    var code: FunctionCode?
    var isComputed = false

    init(scope: FunctionScope, value: CheckedExpression, source: SourceText) {
        self.scope = scope
        self.value = value
        self.source = source
    }
}

/// What belongs to one body of code that runs in a frame of its own: a function, a closure, or a cell's top level.
final class FunctionScope {
    let parent: FunctionScope?
    /// All that the frame holds, parameters first, those of inner blocks too.
    var variables: [Variable] = []
    /// What it uses of the scopes around it (not globals), each once. Every scope between user and owner lists it too.
    private(set) var captures: [Variable] = []

    init(parent: FunctionScope?) { self.parent = parent }

    /// Notes that code in this scope uses a variable.
    func use(_ variable: Variable) {
        guard let owner = variable.scope, owner !== self else { return }
        variable.isCaptured = true
        var scope: FunctionScope? = self
        while let current = scope, current !== owner {
            if !current.captures.contains(where: { $0 === variable }) { current.captures.append(variable) }
            scope = current.parent
        }
    }
}
