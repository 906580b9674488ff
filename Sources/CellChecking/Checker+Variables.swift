internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension Checker {
    /// `let` and `var`.
    func variables(_ declaration: VariableDeclaration) -> [CheckedStatement] {
        declaration.bindings.compactMap { binding in
            if binding.accessors != nil {
                // Computed ones are known since the block began.
                if binding.accessors?.willSet != nil || binding.accessors?.didSet != nil {
                    error(
                        .observedVariable, at: binding.span,
                        hints: ["a struct's stored properties may have them"])
                }
                return nil
            }
            return variable(binding, declaration)
        }
    }

    private func variable(_ binding: VariableBinding, _ declaration: VariableDeclaration) -> CheckedStatement? {
        let start = solver.mark.variables
        let annotation = binding.type.map(resolve)
        var value: CheckedExpression?
        if let initializer = binding.initializer {
            value = annotation.map { check(initializer, to: $0, .specified) } ?? check(initializer)
        } else if let annotation, annotation.wrapped != nil, !declaration.isConstant {
            value = make(.nilLiteral, annotation, binding.span)
        }
        if annotation == nil, let value { refuseMixed(in: value) }
        settleStatement(since: start)
        guard let type = annotation ?? value?.type else {
            error(.missingAnnotation, at: binding.pattern.span)
            _ = declare(binding.pattern, .unknown, isConstant: declaration.isConstant) { $0.isDeferred = true }
            return nil
        }
        let isDeferred = value == nil
        let pattern = declare(binding.pattern, type.settled, isConstant: declaration.isConstant) { variable in
            variable.isDeferred = isDeferred
            variable.documentation = declaration.documentation
        }
        return CheckedStatement(.binding(pattern, value), binding.span)
    }

    /// The names of a `let` or `var`, one or a tuple's.
    private func declare(
        _ pattern: Pattern, _ type: CellType, isConstant: Bool, _ finish: (Variable) -> Void
    ) -> CheckedPattern {
        switch pattern.kind {
        case .wildcard: return .wildcard
        case .name(let name, _):
            let variable = declareLocal(name, type, isConstant: isConstant, pattern.span)
            finish(variable)
            return .bind(variable)
        case .tuple(let elements):
            guard let parts = tupleParts(type, elements.count, pattern.span) else { return .wildcard }
            return .tuple(zip(elements, parts).map { declare($0.pattern, $1, isConstant: isConstant, finish) })
        default:
            error(.noNamePattern, at: pattern.span)
            return .wildcard
        }
    }

    /// The types of a tuple's elements, which a pattern of as many parts takes.
    func tupleParts(_ type: CellType, _ count: Int, _ span: SourceSpan) -> [CellType]? {
        if type.isUnknown { return Array(repeating: .unknown, count: count) }
        guard case .tuple(let elements) = type.resolved else {
            error(.takenApartNoTuple(type.settled), at: span)
            return nil
        }
        guard elements.count == count else {
            error(.tupleCountDiffers(elements.count, pattern: count, type.settled), at: span)
            return nil
        }
        return elements.map(\.type)
    }

    /// A new variable in the block that is open; at the top level of a cell one of the session.
    @discardableResult
    func declareLocal(_ name: String, _ type: CellType, isConstant: Bool, _ span: SourceSpan) -> Variable {
        let variable =
            block === globalBlock
            ? global(name, type, isConstant: isConstant, span)
            : Variable(name, type, isConstant: isConstant, span: span, scope: scope)
        if block.variables[name] != nil || block.functions[name] != nil, name != "_" {
            error(.redeclared(name), at: span)
        }
        if name != "_" { block.variables[name] = variable }
        findings.variables.append(variable)
        return variable
    }

    /// A variable of an earlier cell with the same name and type keeps its place, so that functions that use it see the
    /// new value.
    private func global(_ name: String, _ type: CellType, isConstant: Bool, _ span: SourceSpan) -> Variable {
        var box = VariableBox()
        if let earlier = names.variables[name], earlier.type == type.settled, let own = earlier.global { box = own }
        let variable = Variable(global: name, type, isConstant: isConstant, span: span, box: box)
        declarations.variables.append(variable)
        return variable
    }
}
