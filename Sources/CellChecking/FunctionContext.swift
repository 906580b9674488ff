internal import CellMeaning
internal import CellValues

/// What the checker knows of the body that it is in.
final class FunctionContext {
    enum Kind { case cell, function, closure }
    /// What `break` and `continue` may name.
    struct Target {
        /// A plain `break` leaves loops and switches; a labelled `if` or `do` only by its label.
        enum Kind { case loop, switched, labelled }
        var label: String?
        var loop: CheckedLoop
        var kind: Kind
    }

    let kind: Kind
    /// What `return` gives; nil at the top level of a cell.
    var result: CellType?
    /// Whether errors may leave it. A closure finds out, and then `foundThrow` tells.
    let mayThrow: Bool
    var foundThrow = false
    /// How many `try` stand around the expression.
    var tryDepth = 0
    /// How many `do` with a catch for everything, or `try?`, stand around it.
    var handledDepth = 0
    var targets: [Target] = []
    /// `self` of a method, also in closures within.
    var selfVariable: Variable?
    /// In a static method or initialiser, whose other static members need no prefix.
    var ownType: NominalType?
    /// In an initialiser fields that are `let` may be assigned.
    var isInitializer = false

    init(_ kind: Kind, result: CellType?, mayThrow: Bool) {
        self.kind = kind
        self.result = result
        self.mayThrow = mayThrow
    }
}
