internal import CellSyntax

extension Checker {
    /// Stored properties of a struct.
    func fields(_ variable: VariableDeclaration, _ declaration: TypeDeclaration, _ place: FunctionPlace) {
        guard let type = place.owner else { return }
        for binding in variable.bindings where binding.accessors?.getter == nil {
            guard declaration.kind == .structure else {
                error(
                    declaration.kind == .extending
                        ? "extensions must not contain stored properties" : "enums must not contain stored properties",
                    at: binding.span)
                continue
            }
            guard case .name(let name, _) = binding.pattern.kind else {
                error("a stored property needs a name of its own", at: binding.pattern.span)
                continue
            }
            if type.fields.contains(where: { $0.name == name }) {
                error("invalid redeclaration of '\(name)'", at: binding.pattern.span)
            }
            field(name, binding, variable, type, place)
        }
    }

    private func field(
        _ name: String, _ binding: VariableBinding, _ variable: VariableDeclaration, _ type: NominalType,
        _ place: FunctionPlace
    ) {
        let annotation = binding.type.map(resolve)
        let standard = defaultValue(binding, annotation, variable)
        guard let fieldType = (annotation ?? standard?.value.type)?.settled else {
            return error("type annotation missing in pattern", at: binding.pattern.span)
        }
        if fieldType.nominal === type {
            error(
                "value type '\(type.name)' cannot have a stored property that recursively contains it", at: binding.span
            )
        }
        let field = FieldDeclaration(
            name: name, type: fieldType, isConstant: variable.isConstant, hasDefault: standard != nil)
        if let standard { field.defaultValue = (standard.scope, standard.value) }
        if let accessors = binding.accessors {
            let observed = { (body: AccessorBody, parameter: String) in
                self.accessor(
                    name, body, [(name: parameter, type: fieldType, isInOut: false, span: binding.span)], .void, place,
                    isMutating: true, binding.span)
            }
            field.willSet = accessors.willSet.map { observed($0, "newValue") }
            field.didSet = accessors.didSet.map { observed($0, "oldValue") }
        }
        type.fields.append(field)
    }

    /// The value that a field has unless an initialiser sets it.
    private func defaultValue(
        _ binding: VariableBinding, _ annotation: CellType?, _ variable: VariableDeclaration
    ) -> (scope: FunctionScope, value: CheckedExpression)? {
        let outer = scope
        scope = FunctionScope(parent: nil)
        defer { scope = outer }
        let start = solver.mark.variables
        if let initializer = binding.initializer {
            let value = annotation.map { check(initializer, to: $0, .specified) } ?? check(initializer)
            settleStatement(since: start)
            return (scope, value)
        }
        guard let annotation, annotation.wrapped != nil, !variable.isConstant else { return nil }
        return (scope, make(.nilLiteral, annotation, binding.span))
    }

    /// The initialiser that a struct gets when it has none of its own.
    func declareMemberwise(_ type: NominalType, _ selfType: CellType, _ declaration: TypeDeclaration) {
        var indices: [Int] = []
        var parameters: [SignatureParameter] = []
        let written = declaration.members.flatMap { member -> [VariableBinding] in
            if case .variable(let variable) = member.kind, !variable.isStatic { variable.bindings } else { [] }
        }
        for (index, field) in type.fields.enumerated() where !(field.isConstant && field.hasDefault) {
            let binding = written.first { if case .name(field.name, _) = $0.pattern.kind { true } else { false } }
            var standard = binding?.initializer
            if standard == nil, field.hasDefault { standard = Expression(.nilLiteral, declaration.nameSpan) }
            indices.append(index)
            parameters.append(
                SignatureParameter(label: field.name, name: field.name, type: field.type, defaultValue: standard))
        }
        let signature = Signature(
            kind: .initializer(isFailable: false), name: "init", owner: type.name, isStatic: true,
            parameters: parameters, result: selfType, documentation: declaration.documentation,
            implementation: .memberwise(type, fields: indices))
        type.members["init"] = [signature]
    }

    // MARK: Static stored properties

    /// Static stored properties are variables of the session that belong to the type.
    func declareStatics(_ declaration: TypeDeclaration) {
        guard let selfType = type(of: declaration), let type = selfType.nominal else { return }
        let outer = (context.ownType, block)
        context.ownType = type
        defer { context.ownType = outer.0 }
        for member in declaration.members {
            guard case .variable(let variable) = member.kind, variable.isStatic else { continue }
            for binding in variable.bindings where binding.accessors?.getter == nil {
                declareStatic(binding, variable, type)
            }
        }
    }

    private func declareStatic(_ binding: VariableBinding, _ variable: VariableDeclaration, _ type: NominalType) {
        guard case .name(let name, _) = binding.pattern.kind else {
            return error("a static property needs a name of its own", at: binding.pattern.span)
        }
        let annotation = binding.type.map(resolve)
        let start = solver.mark.variables
        let value = binding.initializer.map { written in
            annotation.map { check(written, to: $0, .specified) } ?? check(written)
        }
        settleStatement(since: start)
        guard let value, let fieldType = (annotation ?? value.type).settled as CellType? else {
            return error("'static var' declaration requires an initializer expression", at: binding.span)
        }
        let stored = Variable(
            global: name, fieldType, isConstant: variable.isConstant, span: binding.span, box: VariableBox())
        stored.documentation = variable.documentation
        createdVariables.append(stored)
        type.statics[name] = stored
        staticBindings.append(CheckedStatement(.binding(.bind(stored), value), binding.span))
    }

    /// What runs where a type is declared: its static stored properties get their values.
    func typeStatements(_ declaration: TypeDeclaration, _ span: SourceSpan) -> [CheckedStatement] {
        let statements = staticBindings
        staticBindings = []
        return statements
    }
}
