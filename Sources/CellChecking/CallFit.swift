internal import CellMeaning
internal import CellValues

/// How far a call of one overload is from what Swift would choose first; the least is chosen. What stands first counts
/// before all that follows, as in Swift's own solver (its `ScoreKind`).
struct CallFit: Comparable {
    /// The result is of no use where the call stands.
    var isUnwanted = false
    /// Literals that become another type than they are by themselves: `1` as a `Double`.
    var otherLiterals = 0
    /// Values that are wrapped in an optional.
    var optionals = 0
    /// Values that are kept as `any P`.
    var existentials = 0
    /// A function for this type is meant before one for any type.
    var isGeneric = false
    /// Parameters that were left out.
    var defaults = 0
    /// Of the other types that a literal can become, a `Double` is likelier than a `Float`, and that than all others.
    var unlikeliness = 0

    private var bent: (Int, Int, Int, Int) { (isUnwanted ? 1 : 0, otherLiterals, optionals, existentials) }
    private var loose: (Int, Int, Int) { (isGeneric ? 1 : 0, defaults, unlikeliness) }

    static func < (a: CallFit, b: CallFit) -> Bool { a.bent == b.bent ? a.loose < b.loose : a.bent < b.bent }

    /// Nothing had to be bent.
    var isExact: Bool { self == CallFit() }
}

// MARK: What an argument adds

extension CallFit {
    /// A literal of a type of its own that has become `type`.
    mutating func note(_ literal: TypeVariable.Literal, as type: CellType) {
        note(standard: TypeSolver.standard(literal).nominal, as: type)
    }

    private mutating func note(standard: NominalType?, as type: CellType) {
        guard let nominal = type.resolved.nominal, let standard, nominal !== standard else { return }
        otherLiterals += 1
        unlikeliness = max(unlikeliness, nominal === BuiltIn.double ? 0 : nominal === BuiltIn.float ? 1 : 2)
    }

    mutating func note(_ conversion: CheckedConversion) {
        switch conversion {
        case .wrap: optionals += 1
        case .existential: existentials += 1
        case .elements(let inner), .values(let inner), .inner(let inner): note(inner)
        case .both(let inner):
            note(inner)
            optionals += 1
        case .tuple(let parts, _): for part in parts { part.map { note($0) } }
        case .sequence, .splat: break
        }
    }

    /// What an argument that was checked for this parameter has become, literal by literal.
    mutating func note(_ value: CheckedExpression) {
        switch value.kind {
        case .integer: note(.integer, as: value.type)
        case .float: note(.float, as: value.type)
        case .string: note(.string, as: value.type)
        case .array: note(standard: BuiltIn.array, as: value.type)
        case .dictionary: note(standard: BuiltIn.dictionary, as: value.type)
        case .convert(_, let conversion): note(conversion)
        case .call(let signature, _, _) where signature.isFromList: note(standard: BuiltIn.array, as: value.type)
        case .closure(let closure):
            // A single expression is the closure's result, and has a say in what the closure is.
            if closure.body.count == 1, case .returning(let result?) = closure.body[0].kind { note(result) }
        default: break
        }
        for part in value.parts { note(part) }
    }
}

extension Signature {
    /// What makes a host's value of a list's literal.
    fileprivate var isFromList: Bool { parameters.first?.label == "arrayLiteral" }
}
