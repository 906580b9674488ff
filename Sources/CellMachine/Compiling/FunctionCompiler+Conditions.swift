internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    /// Code for an expression of type `Bool`.
    func condition(_ expression: CheckedExpression) -> BoolCode {
        if isStopped { return { _ in false } }
        if let native = nativeBool(expression) { return native.code }
        let code = code(expression)
        let site = site(expression.span)
        return { frame in
            guard case .bool(let value) = try code(frame) else { throw site.failure("expected a Bool here") }
            return value
        }
    }

    /// The forms that need no ``CellValue``.
    func nativeBool(_ expression: CheckedExpression) -> BoolForm? {
        switch expression.kind {
        case .boolean(let value) where expression.type.isNominal(BuiltIn.bool): return BoolForm { _ in value }
        case .and(let left, let right):
            let (left, right) = (condition(left), condition(right))
            return BoolForm { frame in try left(frame) && right(frame) }
        case .or(let left, let right):
            let (left, right) = (condition(left), condition(right))
            return BoolForm { frame in try left(frame) || right(frame) }
        case .not(let inner):
            let inner = condition(inner)
            return BoolForm { frame in try !inner(frame) }
        case .isNil(let inner):
            let inner = code(inner)
            return BoolForm { frame in if case .optional(nil) = try inner(frame) { true } else { false } }
        case .isType(let inner, let type): return BoolForm(isType(inner, type))
        case .call: return comparison(expression)
        default: return nil
        }
    }

    private func comparison(_ expression: CheckedExpression) -> BoolForm? {
        if let (name, left, right) = expression.builtInOperator(on: BuiltIn.int) { return ints(name, left, right) }
        if let (name, left, right) = expression.builtInOperator(on: BuiltIn.double) {
            return doubles(name, left, right)
        }
        return nil
    }

    private func ints(_ name: String, _ left: CheckedExpression, _ right: CheckedExpression) -> BoolForm? {
        switch name {
        case "==": BoolForm(ints(Equal.self, left, right))
        case "!=": BoolForm(ints(Unequal.self, left, right))
        case "<": BoolForm(ints(Less.self, left, right))
        case "<=": BoolForm(ints(LessOrEqual.self, left, right))
        case ">": BoolForm(ints(Greater.self, left, right))
        case ">=": BoolForm(ints(GreaterOrEqual.self, left, right))
        default: nil
        }
    }

    private func ints<C: Comparison>(_: C.Type, _ left: CheckedExpression, _ right: CheckedExpression) -> BoolCode {
        if case .integer(let constant) = right.kind {
            if let slot = localSlot(left) {
                let site = site(left.span)
                return { frame in
                    guard case .int(let value) = frame[slot] else { throw site.noValue("a variable") }
                    return C.holds(value, constant)
                }
            }
            let left = intCode(left)
            return { frame in C.holds(try left(frame), constant) }
        }
        let left = intCode(left)
        let right = intCode(right)
        return { frame in
            let a = try left(frame)
            return C.holds(a, try right(frame))
        }
    }

    private func doubles(_ name: String, _ left: CheckedExpression, _ right: CheckedExpression) -> BoolForm? {
        switch name {
        case "==": BoolForm(doubles(Equal.self, left, right))
        case "!=": BoolForm(doubles(Unequal.self, left, right))
        case "<": BoolForm(doubles(Less.self, left, right))
        case "<=": BoolForm(doubles(LessOrEqual.self, left, right))
        case ">": BoolForm(doubles(Greater.self, left, right))
        case ">=": BoolForm(doubles(GreaterOrEqual.self, left, right))
        default: nil
        }
    }

    private func doubles<C: Comparison>(
        _: C.Type, _ left: CheckedExpression, _ right: CheckedExpression
    ) -> BoolCode {
        let left = doubleCode(left)
        let right = doubleCode(right)
        return { frame in
            let a = try left(frame)
            return C.holds(a, try right(frame))
        }
    }

    /// All conditions of an `if`, one after the other.
    func conditions(_ list: [CheckedCondition]) -> BoolCode {
        if list.count == 1 { return condition(list[0]) }
        let forms = list.map { BoolForm(condition($0)) }
        return { frame in
            for form in forms { guard try form.code(frame) else { return false } }
            return true
        }
    }

    private func condition(_ condition: CheckedCondition) -> BoolCode {
        switch condition {
        case .expression(let expression): return self.condition(expression)
        case .binding(let pattern, let value):
            let value = code(value)
            let bind = matching(pattern)
            return { frame in
                guard case .optional(let box?) = try value(frame) else { return false }
                return try bind(frame, box.value)
            }
        case .match(let pattern, let value):
            let value = code(value)
            let match = matching(pattern)
            return { frame in try match(frame, try value(frame)) }
        }
    }
}
