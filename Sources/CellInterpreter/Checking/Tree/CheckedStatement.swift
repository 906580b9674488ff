internal import CellSyntax

/// A statement whose names and types are known.
final class CheckedStatement {
    let kind: Kind
    let span: SourceSpan

    init(_ kind: Kind, _ span: SourceSpan) {
        self.kind = kind
        self.span = span
    }

    indirect enum Kind {
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
final class CheckedLoop {}

final class CheckedIf {
    let target: CheckedLoop
    var conditions: [CheckedCondition]
    var body: [CheckedStatement]
    /// `else if` is one `ifElse` statement in here.
    var otherwise: [CheckedStatement]?

    init(
        target: CheckedLoop, conditions: [CheckedCondition], body: [CheckedStatement], otherwise: [CheckedStatement]?
    ) {
        self.target = target
        self.conditions = conditions
        self.body = body
        self.otherwise = otherwise
    }
}

enum CheckedCondition {
    case expression(CheckedExpression)
    /// `let x = optional`: true when there is a value, which the pattern takes.
    case binding(CheckedPattern, CheckedExpression)
    /// `case pattern = value`.
    case match(CheckedPattern, CheckedExpression)
}

final class CheckedFor {
    let target: CheckedLoop
    let pattern: CheckedPattern
    /// Elements that the pattern does not fit are passed over (`for case`).
    let isSelecting: Bool
    /// Of type Range<Int>, ClosedRange<Int>, Array, Dictionary, Set, String …, a view, or a host type that the library calls a sequence.
    let sequence: CheckedExpression
    let elementType: CellType
    let filter: CheckedExpression?
    let body: [CheckedStatement]

    init(
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

final class CheckedSwitch {
    let target: CheckedLoop
    let subject: CheckedExpression
    /// In order; the `default`, wherever it stands, matches everything and comes last.
    let cases: [CheckedCase]

    init(target: CheckedLoop, subject: CheckedExpression, cases: [CheckedCase]) {
        self.target = target
        self.subject = subject
        self.cases = cases
    }
}

struct CheckedCase {
    /// None in a `default`.
    var items: [(pattern: CheckedPattern, filter: CheckedExpression?)]
    var body: [CheckedStatement]
}

struct CheckedCatch {
    /// None in a bare `catch`. The error is a value of type `any Error`.
    var items: [(pattern: CheckedPattern, filter: CheckedExpression?)]
    /// `error` in a bare `catch`.
    var error: Variable?
    var body: [CheckedStatement]
}

/// What takes a value apart, or tests it.
indirect enum CheckedPattern {
    case wildcard
    case bind(Variable)
    case tuple([CheckedPattern])
    /// Payload patterns in the order of the case's payload; none when it is not looked at.
    case enumCase(NominalType, Int, [CheckedPattern])
    /// A value of an optional.
    case some(CheckedPattern)
    case none
    /// The subject is put into the variable (a slot of the frame), then the test, a Bool, decides.
    case test(subject: Variable, CheckedExpression)
    /// The subject cast to the type, then matched (`case let x as Int`, `is Int`).
    case cast(CellType, CheckedPattern)
    /// A conversion before the match (an annotation `let x: Any = …` converts the value itself instead).
    case converted(CheckedConversion, CheckedPattern)
}

/// A checked cell.
struct CheckedCell {
    var source: SourceText
    /// The frame of the top level: variables of inner blocks. Variables of the top level itself are globals.
    var scope: FunctionScope
    var statements: [CheckedStatement]
    /// All functions with a body that the cell declares, methods and accessors of its types too.
    var functions: [UserFunction]
    /// Values of static stored properties, which are computed when they are first used.
    var staticValues: [StaticValue]
    /// Whether the last statement is an expression whose value the cell shows: not Void, no assignment, no semicolon.
    var showsLastValue = false
    /// What the cell adds to the session, in order of appearance.
    var declarations: SessionDeclarations
    var diagnostics: [CellDiagnostic]
}

/// The names that a cell brings into the session.
struct SessionDeclarations {
    /// Each becomes visible to later cells when its declaration has run.
    var variables: [Variable] = []
    /// Visible as soon as the cell starts.
    var functions: [String: [Signature]] = [:]
    var types: [String: NominalType] = [:]
    var typeAliases: [String: CellType] = [:]
    /// Members that extensions add to types of the library, by type and name.
    var extensions: [String: [String: [Signature]]] = [:]
    /// Static stored properties that extensions add, by type and name.
    var statics: [String: [String: Variable]] = [:]
    /// Protocols that extensions add to types of earlier cells.
    var conformances: [(type: NominalType, name: String)] = []
    /// Constants declared without a value that the cell may have given one.
    var assigned: [Variable] = []
}
