internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FunctionCompiler {
    /// Code for an expression's value.
    func code(_ expression: CheckedExpression) -> Code {
        if let native = nativeInt(expression) { return { .int(try native.code($0)) } }
        if let native = nativeDouble(expression) { return { .double(try native.code($0)) } }
        if let native = nativeBool(expression) { return { .bool(try native.code($0)) } }
        return general(expression)
    }

    /// Code for an expression that is evaluated for its effect.
    func effect(_ expression: CheckedExpression) -> (Frame) throws -> Void {
        if let effect = fastEffect(expression) { return effect.code }
        let code = code(expression)
        return { _ = try code($0) }
    }

    private func general(_ expression: CheckedExpression) -> Code {
        if isStopped { return constant(.void) }
        return switch expression.kind {
        case .integer, .float, .boolean, .string, .nilLiteral, .array, .dictionary, .tuple: literal(expression)
        case .closure(let closure): self.closure(closure)
        case .variable(let variable): reading(variable, site(expression.span))
        case .function(let function): functionValue(function, site(expression.span))
        case .functionReference(let signature, let receiver):
            reference(signature, receiver, site(expression.span))
        case .metatype(let type): constant(.type(TypeBox(type)))
        case .field(let base, let index): field(base, index, site(expression.span))
        case .tupleElement(let base, let index): tupleElement(base, index, site(expression.span))
        case .property(let signature, let receiver):
            call(signature, (receiver.map { [$0] }) ?? [], site(expression.span))
        case .builtInSubscript(let kind, let base, let indices):
            element(kind, base, indices, site(expression.span))
        case .subscripted(let signature, let receiver, let indices):
            call(signature, [receiver] + indices, site(expression.span))
        case .call(let signature, let receiver, let arguments):
            call(signature, (receiver.map { [$0] } ?? []) + arguments, site(expression.span))
        case .callValue(let callee, let arguments): callValue(callee, arguments, site(expression.span))
        case .inOut(let place): code(place)
        default: control(expression)
        }
    }

    private func control(_ expression: CheckedExpression) -> Code {
        let site = site(expression.span)
        switch expression.kind {
        case .and, .or, .not, .isNil, .isType:
            let condition = condition(expression)
            return { .bool(try condition($0)) }
        case .coalesce(let left, let right, let unwraps): return coalesce(left, right, unwraps: unwraps)
        case .ternary(let test, let first, let second): return ternary(test, first, second)
        case .range(let kind, let lower, let upper): return range(kind, lower, upper, site)
        case .forceUnwrap(let inner): return forceUnwrap(inner, site)
        case .chain(let inner, let wraps): return chain(inner, wraps: wraps)
        case .chained(let inner): return chained(inner)
        case .cast(let inner, let isForced, let type): return cast(inner, isForced: isForced, type, site)
        case .optionalTry(let inner, let flattens): return optionalTry(inner, flattens: flattens)
        case .forcedTry(let inner): return forcedTry(inner, site)
        case .convert(let inner, let conversion): return converted(inner, conversion, site)
        case .assignment(let place, let value): return assignment(place, value, site)
        case .ifElse(let statement): return value(of: statement)
        case .switched(let statement): return value(of: statement)
        default: return { _ in throw site.failure("this expression cannot be evaluated") }
        }
    }

    func constant(_ value: CellValue) -> Code { { _ in value } }

    private func ternary(_ test: CheckedExpression, _ first: CheckedExpression, _ second: CheckedExpression) -> Code {
        let test = condition(test)
        let first = code(first)
        let second = code(second)
        return { frame in try test(frame) ? try first(frame) : try second(frame) }
    }
}
