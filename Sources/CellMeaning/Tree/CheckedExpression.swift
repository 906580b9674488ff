package import CellSyntax
package import CellValues

/// An expression whose names, overloads and types are known.
///
/// After checking, ``type`` holds no type variables. Every implicit step of Swift's (conversions, defaults, variadic
/// arrays, self of a method) is spelled out, so that the compiler has nothing to find out.
package final class CheckedExpression {
    package var kind: Kind
    package var type: CellType
    package let span: SourceSpan

    package init(_ kind: Kind, _ type: CellType, _ span: SourceSpan) {
        self.kind = kind
        self.type = type
        self.span = span
    }

    package indirect enum Kind {
        // MARK: Literals. What they make is told by `type`: a number of Swift's own, or a host type that its Swift
        // conformance to ExpressibleBy…Literal makes (`Tensor` from `0`).
        case integer(Int)
        case float(Double)
        case boolean(Bool)
        /// `String`, `Character`, `Substring`, or a host type.
        case string([CheckedSegment])
        /// Always of optional type.
        case nilLiteral
        /// An `Array` or `Set`.
        case array([CheckedExpression])
        case dictionary([(key: CheckedExpression, value: CheckedExpression)])
        /// Labels are in `type`. `()` is the empty one.
        case tuple([CheckedExpression])
        case closure(CheckedClosure)

        // MARK: Names
        case variable(Variable)
        /// A function of the user as a value. A local one's captures come from the frame.
        case function(UserFunction)
        /// A function of the library, a method with its receiver, an initialiser, an enum's case as a value.
        case functionReference(Signature, receiver: CheckedExpression?)
        /// A type as a value: `Int.self`.
        case metatype(CellType)

        // MARK: Parts
        /// A stored property of a user's struct.
        case field(CheckedExpression, index: Int)
        case tupleElement(CheckedExpression, index: Int)
        /// A computed property: of the library, or of the user. Static ones have no receiver. A static stored property
        /// of a user's type is a global `variable`.
        case property(Signature, receiver: CheckedExpression?)
        /// Subscripts of Swift's own types.
        case builtInSubscript(BuiltInSubscript, CheckedExpression, [CheckedExpression])
        /// Of the library (arguments in parameter order, variadic ones as one `array`) or of the user.
        case subscripted(Signature, receiver: CheckedExpression, [CheckedExpression])

        // MARK: Calls. Arguments are in the order of the parameters, defaults filled in, a variadic parameter's as one
        // `array` expression, an `inout` one's as `inOut`.
        /// - Parameter receiver: of a method; `inOut` when the method is mutating. Nil for free functions,
        ///   initialisers, static members and operators.
        case call(Signature, receiver: CheckedExpression?, [CheckedExpression])
        /// A function that is a value.
        case callValue(CheckedExpression, [CheckedExpression])
        /// An argument of an `inout` parameter: the expression can be assigned to.
        case inOut(CheckedExpression)
        /// The argument of an `@autoclosure` parameter is made a `closure` without parameters by the checker.

        // MARK: Operators that decide themselves what to evaluate
        case and(CheckedExpression, CheckedExpression)
        case or(CheckedExpression, CheckedExpression)
        /// The right side has the type of the whole; `unwraps` says that the left value is unwrapped.
        case coalesce(CheckedExpression, CheckedExpression, unwraps: Bool)
        case ternary(CheckedExpression, CheckedExpression, CheckedExpression)
        case not(CheckedExpression)
        /// `x == nil`.
        case isNil(CheckedExpression)
        /// `a..<b`, `a...b`, `a...`, `..<b`, `...b`, and `...` alone. A range whose bounds are in the wrong order is an
        /// error when it runs.
        case range(RangeBox.Kind, CheckedExpression?, CheckedExpression?)

        // MARK: Optionals, casts, errors
        case forceUnwrap(CheckedExpression)
        /// A chain such as `a?.b.c`; evaluates to nil as soon as a `chained` inside finds nil. Its value is wrapped
        /// once unless the inner value is optional already (`wraps`).
        case chain(CheckedExpression, wraps: Bool)
        /// The `x?` in a chain: the unwrapped value, or the end of the chain.
        case chained(CheckedExpression)
        /// `as?` gives an optional of the type, `as!` an error when it fails; `as` is a conversion, not a cast.
        case cast(CheckedExpression, isForced: Bool, CellType)
        case isType(CheckedExpression, CellType)
        /// `try?`: nil on an error. `flattens` when the inner type is optional already. `try` leaves no trace.
        case optionalTry(CheckedExpression, flattens: Bool)
        /// `try!`: an error that ends the cell.
        case forcedTry(CheckedExpression)
        case convert(CheckedExpression, CheckedConversion)

        // MARK: Statements as expressions
        /// The left side can be assigned to; `discard` for `_`.
        case assignment(CheckedExpression, CheckedExpression)
        case discard
        /// The value of each branch is its last statement, an expression.
        case ifElse(CheckedIf)
        case switched(CheckedSwitch)

        /// Never reaches the compiler: an operator on numbers whose type is not known yet.
        case undecided(String, [CheckedExpression])
        /// After a mistake. Never reaches the compiler.
        case invalid
    }
}

/// The subscripts that need no declaration.
package enum BuiltInSubscript {
    /// `array[i]`, also of slices and sequences; settable.
    case element
    /// `array[1..<3]`, by any range of Int; gives an ArraySlice. Settable.
    case slice
    /// `dictionary[key]`, optional, settable (nil removes).
    case key
    /// `dictionary[key, default: value]`, settable; the default is a closure without parameters.
    case keyWithDefault
    /// `range[i]`.
    case rangeElement
}

package enum CheckedSegment {
    case text(String)
    case interpolation(CheckedExpression)
}

/// A step from a value of one type to another that Swift does by itself.
package indirect enum CheckedConversion {
    /// `T` to `T?`.
    case wrap
    /// To `any P`: the static type goes along (`ExistentialBox`).
    case existential(from: CellType)
    /// For each element of an array.
    case elements(CheckedConversion)
    /// For each value of a dictionary.
    case values(CheckedConversion)
    /// Inside of an optional.
    case inner(CheckedConversion)
    /// The inner step, then `wrap`.
    case both(CheckedConversion)
    /// From a range, set, dictionary, string or host sequence to the array of its elements, as receivers of members of
    /// `Sequence` are converted too.
    case sequence
    /// From a function of several parameters to one of a tuple.
    case splat
    /// For the elements of a tuple, which takes these labels.
    case tuple([CheckedConversion?], labels: [String?])
}

/// A closure's literal.
package final class CheckedClosure {
    package let scope: FunctionScope
    package let span: SourceSpan
    /// Their frame slots come first, in this order.
    package var parameters: [Variable] = []
    package var inOutParameters: [Bool] = []
    /// Two or more named parameters that take the elements of one tuple: `pairs.map { a, b in … }`.
    package var splatsTuple = false
    /// The capture list: evaluated when the closure is made, into variables of the closure's own frame.
    package var captureList: [(variable: Variable, value: CheckedExpression)] = []
    package var resultType: CellType = .unknown
    /// A single expression's value is returned: then the last statement is `returning`.
    package var body: [CheckedStatement] = []

    package init(scope: FunctionScope, span: SourceSpan) {
        self.scope = scope
        self.span = span
    }
}
