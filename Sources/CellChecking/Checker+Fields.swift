internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension Checker {
    /// Stored properties of a struct.
    func fields(_ variable: VariableDeclaration, _ declaration: TypeDeclaration, _ place: FunctionPlace) {
        guard let type = place.owner else { return }
        for binding in variable.bindings where binding.accessors?.getter == nil {
            guard declaration.kind == .structure else {
                error(
                    declaration.kind == .extending
                        ? .storedInExtension : .storedInEnum,
                    at: binding.span)
                continue
            }
            guard case .name(let name, _) = binding.pattern.kind else {
                error(.namelessProperty, at: binding.pattern.span)
                continue
            }
            if type.fields.contains(where: { $0.name == name }) {
                error(.redeclared(name), at: binding.pattern.span)
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
            return error(.missingAnnotation, at: binding.pattern.span)
        }
        let field = FieldDeclaration(
            name: name, type: fieldType, isConstant: variable.isConstant, hasDefault: standard != nil,
            access: variable.access)
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
        type.add(field)
    }

    /// The value that a field has unless an initialiser sets it.
    private func defaultValue(
        _ binding: VariableBinding, _ annotation: CellType?, _ variable: VariableDeclaration
    ) -> (scope: FunctionScope, value: CheckedExpression)? {
        if let initializer = binding.initializer { return memberValue(initializer, annotation) }
        guard let annotation, annotation.wrapped != nil, !variable.isConstant else { return nil }
        return (FunctionScope(parent: nil), make(.nilLiteral, annotation, binding.span))
    }

    /// A value that a type's declaration holds: it has a frame of its own, and sees nothing of a function around.
    private func memberValue(
        _ initializer: Expression, _ annotation: CellType?
    ) -> (scope: FunctionScope, value: CheckedExpression) {
        let outer = (scope, block)
        scope = FunctionScope(parent: nil)
        block = BlockNames(parent: block)
        block.typeBoundary = context.ownType?.name
        defer { (scope, block) = outer }
        let start = solver.mark.variables
        let value = annotation.map { check(initializer, to: $0, .specified) } ?? check(initializer)
        settleStatement(since: start)
        return (scope, value)
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
        type.user?.members["init"] = [signature]
        let isPrivate = indices.contains { type.fields[$0].access == .inItsType }
        guard isPrivate else { return }
        signature.access = .inItsType
        guard type.fields.allSatisfy(\.hasDefault) else { return }
        // With a value for each there is one without parameters, too, that anyone may call.
        type.user?.members["init"]?.append(
            Signature(
                kind: .initializer(isFailable: false), name: "init", owner: type.name, isStatic: true, parameters: [],
                result: selfType, documentation: declaration.documentation,
                implementation: .memberwise(type, fields: [])))
    }

    // MARK: Static stored properties

    /// Static stored properties are variables of the session that belong to the type.
    func declareStatic(_ binding: VariableBinding, _ variable: VariableDeclaration, _ type: NominalType) {
        guard case .name(let name, _) = binding.pattern.kind else {
            return error(.namelessStatic, at: binding.pattern.span)
        }
        let annotation = binding.type.map(resolve)
        guard let (scope, value) = binding.initializer.map({ memberValue($0, annotation) }) else {
            let word = variable.isConstant ? "let" : "var"
            return error(.staticWithoutValue(word), at: binding.span)
        }
        let fieldType = (annotation ?? value.type).settled
        let stored = Variable(
            global: name, fieldType, isConstant: variable.isConstant, span: binding.span, box: VariableBox())
        stored.documentation = variable.documentation
        stored.access = variable.access
        findings.variables.append(stored)
        let first = StaticValue(scope: scope, value: value, source: source)
        stored.staticValue = first
        staticValues.append(first)
        if block.types[type.name] === type {
            if type.statics[name] != nil { error(.redeclared(name), at: binding.pattern.span) }
            type.user?.statics[name] = stored
        } else {
            declarations.statics[type.name, default: [:]][name] = stored
        }
    }

    // MARK: What cannot be

    /// A struct that holds itself has no end; so has an enum without `indirect`.
    func refuseContainingItself(_ one: DeclaredType) {
        guard one.declaration.kind != .extending else { return }
        for field in one.type.fields where holds(field.type, one.type, []) {
            let binding = one.declaration.members.first { member in
                guard case .variable(let variable) = member.kind, !variable.isStatic else { return false }
                return variable.bindings.contains {
                    if case .name(field.name, _) = $0.pattern.kind { true } else { false }
                }
            }
            error(
                .structInItself(one.type.name),
                at: binding?.span ?? one.declaration.nameSpan, hints: ["hold it in an array: [\(one.type.name)]"])
        }
        let direct = zip(one.declaration.cases, one.type.cases).filter { !$0.0.isIndirect }
        if direct.contains(where: { $0.1.payload.contains { holds($0.type, one.type, []) } }) {
            error(
                .enumInItself(one.type.name), at: one.declaration.nameSpan,
                hints: ["write 'indirect enum \(one.type.name)'"])
        }
    }

    /// Whether a value of one type has one of another within, not behind an array or a function.
    private func holds(_ type: CellType, _ inner: NominalType, _ seen: Set<NominalType>) -> Bool {
        switch type.resolved {
        case .tuple(let elements): return elements.contains { holds($0.type, inner, seen) }
        case .nominal(let nominal, let arguments):
            if nominal == inner { return true }
            if nominal === BuiltIn.optional { return arguments.contains { holds($0, inner, seen) } }
            guard nominal.kind == .structure || nominal.kind == .enumeration, !seen.contains(nominal) else {
                return false
            }
            let seen = seen.union([nominal])
            let payloads = nominal.cases.filter { !$0.isIndirect }.flatMap { $0.payload.map(\.type) }
            return (nominal.fields.map(\.type) + payloads).contains { holds($0, inner, seen) }
        default: return false
        }
    }
}
