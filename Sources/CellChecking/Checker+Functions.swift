internal import CellMeaning
internal import CellSyntax
internal import CellValues

/// Where a function stands that is being declared.
struct FunctionPlace {
    /// The type that it is a member of.
    var owner: NominalType?
    /// What `self` is.
    var selfType: CellType?
    var isStatic = false

    static var free: FunctionPlace { FunctionPlace() }
}

extension Checker {
    /// A function's signature, and what will hold its body.
    func signature(of declaration: FunctionDeclaration, in place: FunctionPlace) -> (Signature, UserFunction) {
        var result = declaration.result.map(resolve) ?? .void
        var kind = Signature.Kind.function
        if case .initializer(let failable) = declaration.kind {
            kind = .initializer(isFailable: failable)
            result = place.selfType ?? .unknown
            if failable { result = .optional(result) }
        }
        let function = UserFunction(
            name: declaration.name, span: declaration.nameSpan, source: source, scope: bodyScope(place),
            resultType: result)
        let signature = Signature(
            kind: kind, name: declaration.name, owner: place.owner?.name, isStatic: place.isStatic,
            isMutating: declaration.isMutating, parameters: declaration.parameters.map(signatureParameter),
            throwing: HostLinker.throwing(declaration.throwing), result: result,
            documentation: declaration.documentation, implementation: .user(function))
        findings.functions.append(function)
        return (signature, function)
    }

    /// The scope of a new function: within another function it may use that one's variables.
    private func bodyScope(_ place: FunctionPlace) -> FunctionScope {
        FunctionScope(parent: block.isGlobal(globalBlock) || place.owner != nil ? nil : scope)
    }

    func signatureParameter(_ parameter: Parameter) -> SignatureParameter {
        let result = SignatureParameter(
            label: parameter.label, name: parameter.name, type: resolve(parameter.type), isInOut: parameter.isInOut,
            isVariadic: parameter.isVariadic, isAutoclosure: parameter.isAutoclosure,
            isEscaping: parameter.isEscaping, defaultValue: parameter.defaultValue)
        checkLater(defaultOf: result)
        return result
    }

    // MARK: Bodies

    /// What a body is checked with, besides its statements.
    struct Body {
        var function: UserFunction
        var place: FunctionPlace
        /// With the types that the body sees, and how each is passed.
        var parameters: [(name: String, type: CellType, isInOut: Bool, span: SourceSpan)]
        /// Those that hold a function which may not be kept, by their places.
        var notEscaping: Set<Int> = []
        var isMutating = false
        var isInitializer = false
        var throwing: FunctionDeclaration.Throwing
        var statements: [Statement]
        var span: SourceSpan
        var kind: Mistake.BodyKind
    }

    func body(
        of declaration: FunctionDeclaration, _ signature: Signature, _ function: UserFunction, _ place: FunctionPlace
    ) -> Body {
        let parameters = zip(declaration.parameters, signature.parameters).map { written, parameter in
            let type = parameter.isVariadic ? .array(parameter.type) : parameter.type
            return (name: parameter.name, type: type, isInOut: parameter.isInOut, span: written.span)
        }
        var isInitializer = false
        if case .initializer(let failable) = declaration.kind {
            isInitializer = true
            function.isFailable = failable
        }
        let kind: Mistake.BodyKind =
            place.owner == nil
            ? (function.scope.parent == nil ? .globalFunction : .localFunction)
            : place.isStatic ? .staticMethod : .instanceMethod
        let notEscaping = signature.parameters.indices.filter { !signature.parameters[$0].mayEscape }
        return Body(
            function: function, place: place, parameters: parameters, notEscaping: Set(notEscaping),
            isMutating: declaration.isMutating,
            isInitializer: isInitializer, throwing: declaration.throwing, statements: declaration.body ?? [],
            span: declaration.span, kind: kind)
    }

    /// Checks a body in a frame of its own, within the block that is open.
    func check(_ body: Body) {
        let outer = (scope, block, context)
        defer { (scope, block, context) = outer }
        let function = body.function
        function.end = SourceSpan(start: max(body.span.start, body.span.end - 1), end: body.span.end)
        scope = function.scope
        block = BlockNames(parent: block)
        let inner = FunctionContext(.function, result: function.resultType, mayThrow: body.throwing != .never)
        if body.place.owner == nil, function.scope.parent != nil {
            // Within a method it sees what that sees.
            (inner.selfVariable, inner.ownType) = (outer.2.selfVariable, outer.2.ownType)
        } else {
            inner.ownType = body.place.owner
        }
        if let owner = body.place.owner { block.typeBoundary = owner.name }
        inner.isInitializer = body.isInitializer
        context = inner
        declareSelf(body)
        for (index, parameter) in body.parameters.enumerated() {
            let variable = declareLocal(
                parameter.name, parameter.type, isConstant: !parameter.isInOut, parameter.span)
            variable.mayNotEscape = body.notEscaping.contains(index)
            variable.isInOut = parameter.isInOut
            function.parameters.append(variable)
            function.inOutParameters.append(parameter.isInOut)
        }
        if !body.isInitializer, let only = body.statements.single, !function.resultType.isVoid {
            let start = solver.mark.variables
            function.body = inBlock { [singleExpression(only, function.resultType, hasWish: true)] }
            settleStatement(since: start)
            return
        }
        let count = findings.diagnostics.count
        function.body = self.inner(body.statements)
        guard findings.diagnostics.count == count else { return }
        if !body.isInitializer { requireReturn(function.body, function.resultType, body.span, of: body.kind) }
    }

    private func declareSelf(_ body: Body) {
        guard let type = body.place.selfType, !body.place.isStatic || body.isInitializer else { return }
        let isVariable = body.isMutating || body.isInitializer
        let variable = Variable("self", type, isConstant: !isVariable, span: body.function.span, scope: scope)
        block.variables["self"] = variable
        context.selfVariable = variable
        variable.isInOut = body.isMutating && !body.isInitializer
        findings.variables.append(variable)
        if body.isInitializer {
            body.function.initialisedSelf = variable
        } else {
            body.function.parameters.append(variable)
            body.function.inOutParameters.append(body.isMutating)
        }
    }

    /// A body whose end can be reached must have nothing to return.
    func requireReturn(
        _ body: [CheckedStatement], _ result: CellType, _ span: SourceSpan, of kind: Mistake.BodyKind
    ) {
        let result = result.settled
        guard !result.isVoid, !result.isUnknown, result.resolved.isConcrete, !body.alwaysLeaves else { return }
        let end = SourceSpan(start: max(span.start, span.end - 1), end: span.end)
        if result.isNever {
            return error(.neverReturns(kind), at: end)
        }
        // Where the last value only lacks the word `return`, that value is the place.
        var place = end
        if let last = body.last, case .expression(let value) = last.kind, value.type.settled == result {
            place = last.span
        }
        error(.missingReturn(from: kind, result), at: place)
    }

    // MARK: Local functions

    /// A function within a function is checked at the end of its block, so that it may use all that is declared there.
    func localFunction(_ declaration: FunctionDeclaration, _ span: SourceSpan) -> [CheckedStatement] {
        guard block !== globalBlock, let pending = block.pendingFunctions[declaration.nameSpan] else { return [] }
        block.waitingBodies.append { [self] in check(body(of: declaration, pending.0, pending.1, .free)) }
        return [CheckedStatement(.function(pending.1), span)]
    }
}
