internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    /// Code for an expression of type `Int`.
    func intCode(_ expression: CheckedExpression) -> IntCode {
        if let native = nativeInt(expression) { return native.code }
        let code = code(expression)
        let site = site(expression.span)
        return { frame in
            guard case .int(let value) = try code(frame) else { throw site.failure("expected an Int here") }
            return value
        }
    }

    /// The forms that need no ``CellValue``.
    func nativeInt(_ expression: CheckedExpression) -> IntForm? {
        guard expression.type.isNominal(BuiltIn.int) else { return nil }
        if isStopped { return IntForm { _ in 0 } }
        switch expression.kind {
        case .integer(let value): return IntForm { _ in value }
        case .variable(let variable): return IntForm(intVariable(variable, site(expression.span)))
        case .call(let signature, let receiver, let list):
            if case .user(let function) = signature.implementation {
                return intUserCall(function, (receiver.map { [$0] } ?? []) + list, site(expression.span))
            }
            guard let (name, left, right) = expression.builtInOperator(on: BuiltIn.int), !signature.isMutating else {
                return nil
            }
            return integer(name, left, right, site(expression.span))
        case .builtInSubscript(.element, let base, let indices) where indices.count == 1:
            return IntForm(intElement(base, indices[0], site(expression.span)))
        case .ternary(let test, let first, let second):
            return .choice(condition(test), intCode(first), intCode(second))
        default: return nil
        }
    }

    private func intVariable(_ variable: Variable, _ site: Site) -> IntCode {
        let name = variable.name
        switch location(variable) {
        case .local(let slot):
            return { frame in
                if case .int(let value) = frame[slot] { return value }
                throw site.noValue(name)
            }
        case .global(let box) where variable.staticValue == nil:
            return { _ in
                if case .int(let value) = box.pointer.pointee { return value }
                throw site.noValue(name)
            }
        default:
            let pointer = pointer(variable, site)
            return { frame in
                if case .int(let value) = try pointer(frame).pointee { return value }
                throw site.noValue(name)
            }
        }
    }

    private func integer(
        _ name: String, _ left: CheckedExpression, _ right: CheckedExpression, _ site: Site
    ) -> IntForm? {
        switch name {
        case "+": return IntForm(integer(IntAdd.self, left, right, site))
        case "-": return IntForm(integer(IntSubtract.self, left, right, site))
        case "*": return IntForm(integer(IntMultiply.self, left, right, site))
        case "/": return IntForm(integer(IntDivide.self, left, right, site))
        case "%": return IntForm(integer(IntRemainder.self, left, right, site))
        default: return nil
        }
    }

    /// With forms of their own for what loops are full of: variables and constants.
    private func integer<Operation: IntOperation>(
        _ operation: Operation.Type, _ left: CheckedExpression, _ right: CheckedExpression, _ site: Site
    ) -> IntCode {
        if case .integer(let constant) = right.kind {
            if let slot = localSlot(left) {
                return { frame in
                    guard case .int(let value) = frame[slot] else { throw site.noValue("a variable") }
                    do { return try Operation.apply(value, constant) } catch { throw site.locating(error) }
                }
            }
            let left = intCode(left)
            return { frame in
                let value = try left(frame)
                do { return try Operation.apply(value, constant) } catch { throw site.locating(error) }
            }
        }
        if let first = localSlot(left), let second = localSlot(right) {
            return { frame in
                guard case .int(let a) = frame[first], case .int(let b) = frame[second] else {
                    throw site.noValue("a variable")
                }
                do { return try Operation.apply(a, b) } catch { throw site.locating(error) }
            }
        }
        let left = intCode(left)
        let right = intCode(right)
        return { frame in
            let a = try left(frame)
            let b = try right(frame)
            do { return try Operation.apply(a, b) } catch { throw site.locating(error) }
        }
    }

    /// `array[i]` of an array of Int.
    private func intElement(_ base: CheckedExpression, _ index: CheckedExpression, _ site: Site) -> IntCode {
        let element = element(.element, base, [index], site)
        return { frame in
            guard case .int(let value) = try element(frame) else { throw site.failure("expected an Int here") }
            return value
        }
    }
}
