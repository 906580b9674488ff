internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension FlowWalk {
    /// - Parameter mayKeep: whether what stands around may keep the value when it is a function.
    func visit(_ expression: CheckedExpression, mayKeep: Bool = true) {
        switch expression.kind {
        case .variable(let variable):
            use(variable, expression.span)
            if mayKeep { refuseKeeping(variable, expression.span) }
        case .function(let function):
            use(function, expression.span)
            if mayKeep { refuseKeeping(function, expression.span) }
        case .closure(let closure): self.closure(closure, mayKeep: mayKeep)
        case .field(let base, let index):
            if isInitialised(base) { use(field: index, expression.span) } else { visit(base) }
        case .assignment(let place, let value):
            visit(value)
            assign(place)
        case .inOut(let place): change(place)
        case .call(let signature, let receiver, let arguments):
            call(signature, receiver, arguments, expression.span)
        case .callValue(let callee, let arguments):
            visit(callee, mayKeep: false)
            refuseReentering(callee, arguments)
            for argument in arguments { visit(argument, mayKeep: argument.type.functionType == nil) }
        case .builtInSubscript(.keyWithDefault, let base, let indices):
            visit(base)
            for index in indices { visit(index, mayKeep: false) }
        case .convert(let inner, .splat): visit(inner, mayKeep: mayKeep)
        case .ifElse(let statement): walk(statement)
        case .switched(let statement): walk(statement)
        default: for part in expression.parts { visit(part) }
        }
        if expression.mayThrow { noteThrow() }
        if expression.type.isNever { state = .unreached }
    }

    private func call(
        _ signature: Signature, _ receiver: CheckedExpression?, _ arguments: [CheckedExpression], _ span: SourceSpan
    ) {
        if let receiver { visit(receiver) }
        for (parameter, argument) in zip(signature.parameters, arguments) {
            visit(argument, mayKeep: parameter.mayEscape || signature.keepsFunctions)
        }
        if case .user(let function) = signature.implementation { use(function, span) }
    }

    // MARK: Closures

    private func closure(_ closure: CheckedClosure, mayKeep: Bool) {
        for (_, value) in closure.captureList { visit(value) }
        for variable in closure.scope.captures {
            if variable === initialised { useInitialised(closure.span, .captured) }
            requireSet(variable, closure.span, .captured)
            if mayKeep { refuseCapturing(variable, closure.span) }
        }
        // What it assigns it assigns when it is called.
        let before = (state, undeclared)
        closureDepth += 1
        walk(closure.body)
        closureDepth -= 1
        (state, undeclared) = before
    }

    private func refuseCapturing(_ variable: Variable, _ span: SourceSpan) {
        if variable.isInOut {
            error(
                .closureCapturesInOut(variable.name), at: span,
                hints: ["change a copy, and give it back when all is done"])
        } else if variable.mayNotEscape {
            error(
                .closureCapturesParameter(variable.name), at: span,
                hints: ["declare it so: '\(variable.name): @escaping \(variable.type)'"])
        }
    }

    /// What may not escape is not handed to what may not escape either: each could be running already.
    private func refuseReentering(_ callee: CheckedExpression, _ arguments: [CheckedExpression]) {
        guard case .variable(let function) = callee.kind, function.mayNotEscape else { return }
        for argument in arguments {
            guard case .variable(let given) = argument.kind, given.mayNotEscape else { continue }
            error(
                .parameterReentered(given.name), at: argument.span,
                hints: ["declare it so: '\(given.name): @escaping \(given.type)'"])
        }
    }

    private func refuseKeeping(_ variable: Variable, _ span: SourceSpan) {
        guard variable.mayNotEscape else { return }
        error(
            .parameterMayEscape(variable.name), at: span,
            hints: ["declare it so: '\(variable.name): @escaping \(variable.type)'"])
    }

    private func refuseKeeping(_ function: UserFunction, _ span: SourceSpan) {
        for variable in function.scope.captures where variable.isInOut || variable.mayNotEscape {
            error(.functionCaptures(isInOut: variable.isInOut, variable.name), at: span)
        }
    }
}

extension Signature {
    /// A value that is made of a function keeps it, and so does a lazy sequence; what Swift's other types are given they
    /// only call.
    fileprivate var keepsFunctions: Bool {
        switch implementation {
        case .memberwise, .enumCase: return true
        case .host:
            guard case .initializer = kind else { return owner == "LazySequenceProtocol" }
            return !BuiltIn.all.contains { $0.name == owner }
        default: return false
        }
    }
}

extension CheckedExpression {
    /// Whether an error may leave it that its parts do not throw.
    fileprivate var mayThrow: Bool {
        switch kind {
        case .call(let signature, _, _), .property(let signature, _), .subscripted(let signature, _, _):
            signature.throwing != .never
        case .callValue(let callee, _): callee.type.functionType?.isThrowing ?? false
        default: false
        }
    }

    /// The expressions that it is made of, in the order in which they are evaluated.
    var parts: [CheckedExpression] {
        switch kind {
        case .string(let segments):
            segments.compactMap { if case .interpolation(let value) = $0 { value } else { nil } }
        case .array(let elements), .tuple(let elements): elements
        case .dictionary(let entries): entries.flatMap { [$0.key, $0.value] }
        case .functionReference(_, let receiver), .property(_, let receiver): receiver.map { [$0] } ?? []
        case .field(let base, _), .tupleElement(let base, _): [base]
        case .builtInSubscript(_, let base, let indices), .subscripted(_, let base, let indices): [base] + indices
        case .call(_, let receiver, let arguments): (receiver.map { [$0] } ?? []) + arguments
        case .callValue(let callee, let arguments): [callee] + arguments
        case .and(let a, let b), .or(let a, let b), .coalesce(let a, let b, _), .assignment(let a, let b): [a, b]
        case .ternary(let a, let b, let c): [a, b, c]
        case .range(_, let lower, let upper): [lower, upper].compactMap { $0 }
        case .inOut(let inner), .not(let inner), .isNil(let inner), .forceUnwrap(let inner), .chain(let inner, _),
            .chained(let inner), .cast(let inner, _, _), .isType(let inner, _), .optionalTry(let inner, _),
            .forcedTry(let inner), .convert(let inner, _):
            [inner]
        case .undecided(_, let operands): operands
        default: []
        }
    }
}
