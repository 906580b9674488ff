internal import SwiftSyntax

/// Operands and operators in a row become a tree, in one pass: the operators that wait stand in a stack, and each takes
/// its operands when one comes that binds no tighter.
extension Lowering {
    /// The most operands of one expression: the tree is as deep as the row is long, and is gone down many times.
    static let mostOperands = 25_000

    func sequence(_ node: SequenceExprSyntax) -> Expression {
        let elements = node.elements
        guard elements.count <= 2 * Lowering.mostOperands else {
            report(
                CellDiagnostic(
                    "more than \(Lowering.mostOperands) operands in one expression", at: firstLine(of: node),
                    hints: ["build the value in several statements, or keep the operands in an array"]))
            return Expression(.invalid, firstLine(of: node))
        }
        var row = OperatorRow { [self] in report($0) }
        var isOperand = true
        for element in elements {
            defer { isOperand.toggle() }
            switch element.as(ExprSyntaxEnum.self) {
            case .binaryOperatorExpr(let node) where !isOperand:
                row.push(binary: node.operator.text, span(node.operator))
            case .assignmentExpr(let node) where !isOperand: row.pushAssignment(span(node))
            case .unresolvedTernaryExpr(let node) where !isOperand:
                row.pushTernary(expression(node.thenExpression), span(node.questionMark))
            case .unresolvedAsExpr(let node) where !isOperand:
                row.cast = .value(mark: node.questionOrExclamationMark?.text)
            case .unresolvedIsExpr where !isOperand: row.cast = .test
            case .typeExpr(let node) where row.cast != nil: row.apply(type(node.type))
            case .arrowExpr(let node) where !isOperand:
                unsupported("this operator is", node)
                return Expression(.invalid, span(node))
            default: row.operands.append(row.endsInAssignment ? source(element) : expression(element))
            }
        }
        return row.finish() ?? Expression(.invalid, firstLine(of: node))
    }
}

/// The operators and operands that have been read and not yet put together.
private struct OperatorRow {
    private enum Symbol {
        case binary(String)
        case assignment
        case ternary(Expression)
    }

    private struct Waiting {
        var symbol: Symbol
        var precedence: OperatorPrecedence
        var span: SourceSpan
    }

    enum Cast { case test, value(mark: String?) }

    var operands: [Expression] = []
    /// Behind `is` and `as`, whose type comes next.
    var cast: Cast?
    private var operators: [Waiting] = []
    private let report: (CellDiagnostic) -> Void

    init(report: @escaping (CellDiagnostic) -> Void) { self.report = report }

    var endsInAssignment: Bool {
        if case .assignment? = operators.last?.symbol, operands.count == operators.count { return true }
        return false
    }

    mutating func push(binary name: String, _ span: SourceSpan) {
        let known = OperatorPrecedence.all[name]
        if known == nil { report(.unknownOperator(name, at: span)) }
        push(Waiting(symbol: .binary(name), precedence: known ?? .unknown, span: span))
    }

    mutating func pushAssignment(_ span: SourceSpan) {
        push(Waiting(symbol: .assignment, precedence: .assignment, span: span))
    }

    mutating func pushTernary(_ middle: Expression, _ span: SourceSpan) {
        push(Waiting(symbol: .ternary(middle), precedence: .ternary, span: span))
    }

    private mutating func push(_ new: Waiting) {
        reduce(before: new.precedence, new.span)
        operators.append(new)
    }

    /// Puts together what binds tighter than the operator that comes next.
    private mutating func reduce(before next: OperatorPrecedence, _ span: SourceSpan) {
        while let last = operators.last, operands.count > operators.count {
            if last.precedence.level < next.level { return }
            if last.precedence.level == next.level, next.associativity == .right { return }
            if last.precedence.level == next.level, next.associativity == .none {
                report(
                    CellDiagnostic(
                        "adjacent operators are in non-associative precedence group '\(next.group)'", at: span))
            }
            reduceLast()
        }
    }

    private mutating func reduceLast() {
        guard let last = operators.popLast(), let right = operands.popLast(), let left = operands.popLast() else {
            return
        }
        operands.append(
            hoisting(left) { left in
                let span = SourceSpan(start: left.span.start, end: right.span.end)
                switch last.symbol {
                case .assignment: return Expression(.assignment(left, right), span)
                case .ternary(let middle): return Expression(.ternary(left, middle, right), span)
                case .binary(let name):
                    if last.precedence.level != OperatorPrecedence.assignment.level { refuseTry(right) }
                    return Expression(.infix(name, operatorSpan: last.span, left, right), span)
                }
            })
    }

    /// `value as T`, `value is T`.
    mutating func apply(_ type: TypeReference) {
        reduce(before: .casting, type.span)
        guard let cast, let value = operands.popLast() else { return }
        self.cast = nil
        operands.append(
            hoisting(value) { value in
                let span = SourceSpan(start: value.span.start, end: type.span.end)
                guard case .value(let mark) = cast else { return Expression(.isType(value, type), span) }
                let kind: Expression.CastKind = mark == "?" ? .optional : mark == "!" ? .forced : .always
                return Expression(.cast(value, kind, type), span)
            })
    }

    /// A `try` on the left stands for all that is right of it.
    private func hoisting(_ left: Expression, _ make: (Expression) -> Expression) -> Expression {
        guard case .attempt(let kind, let inner) = left.kind else { return make(left) }
        let whole = make(inner)
        return Expression(.attempt(kind, whole), SourceSpan(start: left.span.start, end: whole.span.end))
    }

    private func refuseTry(_ right: Expression) {
        guard case .attempt(let kind, _) = right.kind else { return }
        let word = kind == .plain ? "try" : kind == .optional ? "try?" : "try!"
        report(
            CellDiagnostic(
                "'\(word)' cannot appear to the right of a non-assignment operator",
                at: SourceSpan(start: right.span.start, end: right.span.start + word.utf8.count),
                hints: ["write '\(word)' left of the whole expression, or put it in parentheses"]))
    }

    mutating func finish() -> Expression? {
        while !operators.isEmpty, operands.count > operators.count { reduceLast() }
        return operands.first
    }
}
