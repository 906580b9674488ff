internal import CellMeaning
internal import CellSyntax
internal import CellValues

// Operators as functions.
extension Checker {
    /// An operator as a function: `reduce(0, +)`.
    func operatorReference(_ name: String, _ expecting: CellType?, _ span: SourceSpan) -> CheckedExpression? {
        guard let first = name.first, !first.isLetter, first != "_", first != "$" else { return nil }
        guard let function = (expecting.map { $0.wrapped ?? $0 })?.functionType else { return nil }
        let types = function.parameters.map(\.type)
        if types.count == 1, case .tuple(let parts) = types[0].resolved, parts.count == 2 {
            // `zip(a, b).map(*)`: the operator takes the elements of each pair.
            return operatorClosure(name, expecting: function, span)
        }
        // Of literals alone, as in `[1, 2].reduce(0, +)`: what they are is told by what stands around the call.
        if types.count == 2, types.allSatisfy(\.isOpenLiteral) {
            let tried = trial { operatorClosure(name, expecting: function, span) }
            if tried.isFlawless { return keep(tried) }
            drop(tried)
        }
        if let found = operatorReference(name, types, function, span) { return found }
        for type in types { solver.settleLiterals(in: type) }
        return operatorReference(name, types, function, span) ?? generalOperator(name, types, function, span)
    }

    /// An operator that takes other operands than the function that is wanted: `shares.reduce(0 as Int, +)`.
    func unfittingOperator(_ name: String, _ expecting: CellType?) -> Mistake? {
        guard name.isArithmetic || name.isComparison,
            let function = (expecting.map { $0.wrapped ?? $0 })?.functionType, function.parameters.count == 2
        else { return nil }
        let (a, b) = (function.parameters[0].type.settled, function.parameters[1].type.settled)
        return a == b ? .wrongOperandsAlike(of: name, a) : .wrongOperands(of: name, a, b)
    }

    /// One that takes more general operands than it is given: `numbers.reduce(Tensor(0), +)`.
    private func generalOperator(_ name: String, _ types: [CellType], _ function: FunctionType, _ span: SourceSpan)
        -> CheckedExpression?
    {
        guard types.count == 2, operators(name, types).contains(where: { $0.signature.parameters.count == 2 }) else {
            return nil
        }
        let tried = trial { operatorClosure(name, expecting: function, span) }
        if tried.isFlawless { return keep(tried) }
        drop(tried)
        return nil
    }

    private func operatorReference(_ name: String, _ types: [CellType], _ function: FunctionType, _ span: SourceSpan)
        -> CheckedExpression?
    {
        let all = operators(name, types) + (types.count == 1 ? operators("prefix " + name, types) : [])
        let candidates = all.filter { $0.signature.parameters.count == types.count }
        for candidate in candidates {
            let tried = trial { () -> CheckedExpression? in
                let type = CellType.function(functionType(candidate))
                guard conversion(from: type, to: .function(function)) != nil else { return nil }
                return make(.functionReference(candidate.signature, receiver: nil), type, span)
            }
            if tried.result != nil { return keep(tried) }
            drop(tried)
        }
        return nil
    }

    /// `{ $0 + $1 }`
    private func operatorClosure(_ name: String, expecting function: FunctionType, _ span: SourceSpan)
        -> CheckedExpression
    {
        let body = Expression(
            .infix(name, operatorSpan: span, Expression(.name("$0"), span), Expression(.name("$1"), span)), span)
        let literal = ClosureLiteral(
            parameters: nil, captures: [], throwsMark: false, result: nil, body: [Statement(.expression(body), span)],
            anonymousCount: 2, span: span)
        return closure(literal, expecting: .function(function), span)
    }
}

extension CellType {
    /// Whether it is the type of a literal that nothing has told yet what it is.
    fileprivate var isOpenLiteral: Bool {
        if case .variable(let variable) = resolved { variable.literal != nil } else { false }
    }
}
