package import CellSyntax
package import CellValues

/// A statement whose names and types are known.
package final class CheckedStatement {
    package let kind: Kind
    package let span: SourceSpan

    package init(_ kind: Kind, _ span: SourceSpan) {
        self.kind = kind
        self.span = span
    }

    package indirect enum Kind {
        case expression(CheckedExpression)
        /// Names get values. Without a value (`let x: Int`) they stay absent until they are assigned; a variable that
        /// is declared again in a loop's turn gets a new box when it is captured.
        case binding(CheckedPattern, CheckedExpression?)
        /// A local function; one that captures is made here. All of a block's are made at the start of the block.
        case function(UserFunction)
        case ifElse(CheckedIf)
        case guardElse([CheckedCondition], otherwise: [CheckedStatement])
        case whileLoop(CheckedLoop, [CheckedCondition], body: [CheckedStatement])
        case repeatLoop(CheckedLoop, body: [CheckedStatement], until: CheckedExpression)
        case forLoop(CheckedFor)
        case switched(CheckedSwitch)
        /// With a label `break` leaves it.
        case doCatch(CheckedLoop, body: [CheckedStatement], [CheckedCatch])
        case deferred([CheckedStatement])
        case throwing(CheckedExpression)
        case returning(CheckedExpression?)
        case breaking(CheckedLoop)
        case continuing(CheckedLoop)
        /// On to the next case's body.
        case fallingThrough
        /// `import`, a type: nothing happens when it runs.
        case nothing
    }
}

/// The identity of a statement that `break` and `continue` name: a loop, a `switch`, a labelled `if` or `do`.
package final class CheckedLoop {
    package init() {}
}

package final class CheckedIf {
    package let target: CheckedLoop
    package var conditions: [CheckedCondition]
    package var body: [CheckedStatement]
    /// `else if` is one `ifElse` statement in here.
    package var otherwise: [CheckedStatement]?

    package init(
        target: CheckedLoop, conditions: [CheckedCondition], body: [CheckedStatement], otherwise: [CheckedStatement]?
    ) {
        self.target = target
        self.conditions = conditions
        self.body = body
        self.otherwise = otherwise
    }
}

package enum CheckedCondition {
    case expression(CheckedExpression)
    /// `let x = optional`: true when there is a value, which the pattern takes.
    case binding(CheckedPattern, CheckedExpression)
    /// `case pattern = value`.
    case match(CheckedPattern, CheckedExpression)
}

package final class CheckedFor {
    package let target: CheckedLoop
    package let pattern: CheckedPattern
    /// Elements that the pattern does not fit are passed over (`for case`).
    let isSelecting: Bool
    /// Of type Range<Int>, ClosedRange<Int>, Array, Dictionary, Set, String …, a view, or a host type that the library calls a sequence.
    package let sequence: CheckedExpression
    let elementType: CellType
    package let filter: CheckedExpression?
    package let body: [CheckedStatement]

    package init(
        target: CheckedLoop, pattern: CheckedPattern, isSelecting: Bool, sequence: CheckedExpression,
        elementType: CellType, filter: CheckedExpression?, body: [CheckedStatement]
    ) {
        self.target = target
        self.pattern = pattern
        self.isSelecting = isSelecting
        self.sequence = sequence
        self.elementType = elementType
        self.filter = filter
        self.body = body
    }
}

package final class CheckedSwitch {
    package let target: CheckedLoop
    package let subject: CheckedExpression
    /// In order; the `default`, wherever it stands, matches everything and comes last.
    package let cases: [CheckedCase]

    package init(target: CheckedLoop, subject: CheckedExpression, cases: [CheckedCase]) {
        self.target = target
        self.subject = subject
        self.cases = cases
    }
}

package struct CheckedCase {
    /// None in a `default`.
    package var items: [(pattern: CheckedPattern, filter: CheckedExpression?)]
    package var body: [CheckedStatement]

    package init(items: [(pattern: CheckedPattern, filter: CheckedExpression?)], body: [CheckedStatement]) {
        self.items = items
        self.body = body
    }
}

package struct CheckedCatch {
    /// None in a bare `catch`. The error is a value of type `any Error`.
    package var items: [(pattern: CheckedPattern, filter: CheckedExpression?)]
    /// `error` in a bare `catch`.
    package var error: Variable?
    package var body: [CheckedStatement]

    package init(
        items: [(pattern: CheckedPattern, filter: CheckedExpression?)], error: Variable? = nil, body: [CheckedStatement]
    ) {
        self.items = items
        self.error = error
        self.body = body
    }
}
