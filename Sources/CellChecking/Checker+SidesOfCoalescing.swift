internal import CellMeaning
internal import CellSyntax
internal import CellValues

// `[x].first ?? 0`: Swift may make a list that is written there one of `Any`, and prefers that to a literal of another type than it
// is by itself. Where nothing is wanted of the whole, it is an optional `Any`.
extension Checker {
    /// The two types of such a `??`.
    func kindsOfSides(_ optional: CheckedExpression, _ other: CheckedExpression) -> (CellType, CellType)? {
        guard var wrapped = optional.type.wrapped, let literal = other.literalByItself else { return nil }
        if case .variable(let variable) = wrapped.resolved, !variable.constraints.isEmpty { return nil }
        while let inner = wrapped.wrapped { wrapped = inner }
        let own = wrapped.byItself
        // Of what is `Any` already there is nothing to choose.
        guard own != literal, !own.isExistential, !own.isUnknown, own.freeVariables.isEmpty,
            let list = optional.openList, list.depth <= own.depth + list.writtenDepth
        else { return nil }
        return (own, literal)
    }
}

extension CheckedExpression {
    /// What a literal that is written there is when nothing tells otherwise, also in a list or as one of two.
    var literalByItself: CellType? {
        switch kind {
        case .integer: .int
        case .float: .double
        case .string(let segments) where type.isNominal(BuiltIn.character) || segments.count == 1: .string
        case .array(let parts) where type.isNominal(BuiltIn.array): parts.literalByItself.map { .array($0) }
        case .dictionary(let entries):
            entries.map(\.key).literalByItself.flatMap { key in
                entries.map(\.value).literalByItself.map { .dictionary(key, $0) }
            }
        case .ternary(_, let first, let second): [first, second].literalByItself
        case .convert(let inner, _): inner.literalByItself
        default: nil
        }
    }

    /// The list that is written there of which it is a part, where nothing else is asked of its elements.
    fileprivate var openList: CheckedExpression? {
        switch kind {
        case .array, .dictionary: self
        case .call(let signature, let receiver?, let arguments):
            signature.givesElements && !signature.hasBrotherForSequences
                && arguments.allSatisfy { $0.type.functionType == nil || $0.isClosureThatTakesAnything }
                ? receiver.openList : nil
        case .call(let signature, nil, let arguments) where signature.name == "+" || signature.isArrayOfSequence:
            arguments.allSatisfy { $0.openList != nil } ? arguments.first?.openList : nil
        case .property(let signature, let receiver?): signature.givesElements ? receiver.openList : nil
        case .builtInSubscript(_, let base, _), .convert(let base, _), .chain(let base, _), .chained(let base):
            base.openList
        case .ternary(_, let first, let second):
            [first, second].allSatisfy { $0.isNil || $0.openList != nil } ? first.openList ?? second.openList : nil
        default: nil
        }
    }

    /// How many lists within one another are written there.
    fileprivate var writtenDepth: Int {
        switch kind {
        case .array(let parts): 1 + (parts.map(\.writtenDepth).min() ?? 0)
        case .dictionary(let entries): 1 + (entries.map(\.value.writtenDepth).min() ?? 0)
        case .convert(let inner, _): inner.writtenDepth
        default: 0
        }
    }

    fileprivate var depth: Int { type.depth }

    var isClosure: Bool { if case .closure = kind { true } else { false } }

    private var isNil: Bool { if case .nilLiteral = kind { true } else { false } }

    /// `{ _ in true }` or `{ $0 }`, which ask nothing of what they are given.
    private var isClosureThatTakesAnything: Bool {
        guard case .closure(let closure) = kind, let value = closure.onlyValue else { return false }
        switch value.kind {
        case .variable(let variable): return closure.parameters.contains { $0 === variable }
        case .boolean: return true
        default: return false
        }
    }
}

extension [CheckedExpression] {
    /// The type of literals side by side; nil where one is none.
    fileprivate var literalByItself: CellType? {
        let types = compactMap(\.literalByItself)
        guard let first = types.first, types.count == count else { return nil }
        if types.allSatisfy({ $0 == first }) { return first }
        return types.allSatisfy { [.int, .double].contains($0) } ? .double : nil
    }
}

extension Signature {
    /// Whether it is of a type that its receiver's elements tell, and asks nothing of them.
    var givesElements: Bool { constraints.isEmpty && result.hasParameters }

    /// Those that a sequence has too, as a list: with both there, Swift keeps the elements' type.
    fileprivate var hasBrotherForSequences: Bool { ["suffix", "dropLast", "compactMap", "keys"].contains(name) }

    fileprivate var isArrayOfSequence: Bool {
        name == "init" && constraints.isEmpty && result.isNominal(BuiltIn.array) && parameters.count == 1
    }
}

extension CheckedClosure {
    /// What a closure of one expression gives.
    var onlyValue: CheckedExpression? {
        if body.count == 1, case .returning(let value?) = body[0].kind { value } else { nil }
    }
}

extension CellType {
    /// How many lists within one another it is.
    fileprivate var depth: Int {
        guard case .nominal(let type, let arguments) = resolved, let element = arguments.last,
            [BuiltIn.array, BuiltIn.dictionary].contains(type)
        else { return 0 }
        return 1 + element.depth
    }

    /// Whether generic parameters are in it.
    fileprivate var hasParameters: Bool {
        switch self {
        case .parameter: true
        case .nominal(_, let arguments): arguments.contains(where: \.hasParameters)
        case .tuple(let elements): elements.contains { $0.type.hasParameters }
        default: false
        }
    }
}

extension Expression {
    /// Whether it is a literal, a list of such, or one of two.
    var isWrittenLiteral: Bool {
        switch kind {
        case .integer, .float, .string: true
        case .prefix("-", let inner), .parenthesized(let inner): inner.isWrittenLiteral
        case .array(let parts): parts.allSatisfy(\.isWrittenLiteral)
        case .dictionary(let entries): entries.allSatisfy(\.value.isWrittenLiteral)
        case .ternary(_, let first, let second): first.isWrittenLiteral && second.isWrittenLiteral
        default: false
        }
    }
}
