package import CellSyntax
package import CellValues

/// A variable or parameter of a cell, found by the checker and given its place by the compiler.
package final class Variable {
    package let name: String
    /// May hold type variables until the checker is done with the cell.
    package var type: CellType
    /// `let`, a parameter, a loop's variable.
    package let isConstant: Bool
    /// Where it is declared.
    package let span: SourceSpan
    /// The function or closure whose frame holds it; nil for a global.
    package let scope: FunctionScope?
    /// Whether a nested function or closure uses it: it then lives in a ``VariableBox``.
    package var isCaptured = false
    /// A global's value; it outlives the cell.
    package let global: VariableBox?
    /// The compiler's: its place in the frame of ``scope``.
    package var slot = -1
    /// A `let` declared without a value, which may be assigned once, later.
    package var isDeferred = false
    /// Of one that is deferred: whether a cell that has run may have given it its value.
    package var wasSet = false
    /// The text above the declaration.
    package var documentation = ""
    /// Of a static stored property: what it is when it is first used.
    package var staticValue: StaticValue?
    package var access = AccessLevel.everywhere
    /// A function that a parameter holds and that may not be kept.
    package var mayNotEscape = false
    /// An `inout` parameter, also `self` of a mutating method.
    package var isInOut = false

    package init(_ name: String, _ type: CellType, isConstant: Bool, span: SourceSpan, scope: FunctionScope) {
        self.name = name
        self.type = type
        self.isConstant = isConstant
        self.span = span
        self.scope = scope
        global = nil
        scope.variables.append(self)
    }

    /// A global.
    package init(global name: String, _ type: CellType, isConstant: Bool, span: SourceSpan, box: VariableBox) {
        self.name = name
        self.type = type
        self.isConstant = isConstant
        self.span = span
        scope = nil
        global = box
    }
}

/// The value of a static stored property, in a frame of its own.
package final class StaticValue {
    package let scope: FunctionScope
    package let value: CheckedExpression
    package let source: SourceText
    /// The compiler's: ready to run.
    package var code: FunctionCode?
    package var isComputed = false

    package init(scope: FunctionScope, value: CheckedExpression, source: SourceText) {
        self.scope = scope
        self.value = value
        self.source = source
    }
}

/// What belongs to one body of code that runs in a frame of its own: a function, a closure, or a cell's top level.
package final class FunctionScope {
    package let parent: FunctionScope?
    /// All that the frame holds, parameters first, those of inner blocks too.
    package var variables: [Variable] = []
    /// What it uses of the scopes around it (not globals), each once. Every scope between user and owner lists it too.
    package private(set) var captures: [Variable] = []

    package init(parent: FunctionScope?) { self.parent = parent }

    /// Notes that code in this scope uses a variable.
    package func use(_ variable: Variable) {
        guard let owner = variable.scope, owner !== self else { return }
        variable.isCaptured = true
        var scope: FunctionScope? = self
        while let current = scope, current !== owner {
            if !current.captures.contains(where: { $0 === variable }) { current.captures.append(variable) }
            scope = current.parent
        }
    }
}
