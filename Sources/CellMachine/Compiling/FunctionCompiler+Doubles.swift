internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    /// Code for an expression of type `Double`.
    func doubleCode(_ expression: CheckedExpression) -> DoubleCode {
        if let native = nativeDouble(expression) { return native.code }
        let code = code(expression)
        let site = site(expression.span)
        return { frame in
            guard case .double(let value) = try code(frame) else { throw site.failure("expected a Double here") }
            return value
        }
    }

    /// The forms that need no ``CellValue``.
    func nativeDouble(_ expression: CheckedExpression) -> DoubleForm? {
        guard expression.type.isNominal(BuiltIn.double) else { return nil }
        if isStopped { return DoubleForm { _ in 0 } }
        switch expression.kind {
        case .integer(let value):
            let value = Double(value)
            return DoubleForm { _ in value }
        case .float(let value): return DoubleForm { _ in value }
        case .variable(let variable): return DoubleForm(doubleVariable(variable, site(expression.span)))
        case .call:
            guard let (name, left, right) = expression.builtInOperator(on: BuiltIn.double) else { return nil }
            switch name {
            case "+": return DoubleForm(double(DoubleAdd.self, left, right))
            case "-": return DoubleForm(double(DoubleSubtract.self, left, right))
            case "*": return DoubleForm(double(DoubleMultiply.self, left, right))
            case "/": return DoubleForm(double(DoubleDivide.self, left, right))
            default: return nil
            }
        default: return nil
        }
    }

    private func doubleVariable(_ variable: Variable, _ site: Site) -> DoubleCode {
        let name = variable.name
        if case .local(let slot) = location(variable) {
            return { frame in
                if case .double(let value) = frame[slot] { return value }
                throw site.noValue(name)
            }
        }
        let pointer = pointer(variable, site)
        return { frame in
            if case .double(let value) = try pointer(frame).pointee { return value }
            throw site.noValue(name)
        }
    }

    private func double<Operation: DoubleOperation>(
        _ operation: Operation.Type, _ left: CheckedExpression, _ right: CheckedExpression
    ) -> DoubleCode {
        let left = doubleCode(left)
        let right = doubleCode(right)
        return { frame in
            let a = try left(frame)
            return Operation.apply(a, try right(frame))
        }
    }
}
