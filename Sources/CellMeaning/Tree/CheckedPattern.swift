package import CellValues

/// What takes a value apart, or tests it.
package indirect enum CheckedPattern {
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

extension CheckedPattern {
    /// The names that it binds.
    package var variables: [Variable] {
        switch self {
        case .bind(let variable): [variable]
        case .tuple(let parts), .enumCase(_, _, let parts): parts.flatMap(\.variables)
        case .some(let inner), .cast(_, let inner), .converted(_, let inner): inner.variables
        case .wildcard, .none, .test: []
        }
    }
}
