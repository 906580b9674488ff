internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension Checker {
    /// Makes a type's name known.
    func introduce(_ declaration: TypeDeclaration) {
        if block.types[declaration.name] != nil {
            error(.redeclared(declaration.name), at: declaration.nameSpan)
        }
        let kind: NominalType.Kind = declaration.kind == .structure ? .structure : .enumeration
        let earlier = block === globalBlock ? unchangedTypes[declaration.name] : nil
        let type = NominalType(
            declaration.name, kind: kind, documentation: declaration.documentation,
            conformances: earlier?.conformances ?? [], identity: earlier?.identity ?? TypeIdentity(),
            record: UserType())
        block.types[declaration.name] = type
        if block === globalBlock { declarations.types[declaration.name] = type }
        introduceNested(declaration, in: type)
    }

    /// A type within a type is known as `Outer.Inner`, and within the outer one as `Inner`.
    private func introduceNested(_ declaration: TypeDeclaration, in type: NominalType) {
        for member in declaration.members {
            guard case .type(let nested) = member.kind, nested.kind != .extending else { continue }
            error(
                .nestedType, at: nested.nameSpan,
                hints: ["declare '\(nested.name)' beside '\(declaration.name)'"])
        }
    }

    /// Reads what stands behind the colon: protocols, and an enum's raw type.
    func conform(_ declaration: TypeDeclaration) {
        guard let type = type(of: declaration)?.nominal else { return }
        for (index, reference) in declaration.inherited.enumerated() {
            switch resolve(reference) {
            case .existential(let name): type.conformances.insert(name)
            case .unknown: break
            case let raw where index == 0 && type.kind == .enumeration: setRawType(raw, type, reference)
            case let other: error(.inheritsFromNoProtocol(other), at: reference.span)
            }
        }
        for (stronger, weaker) in [("Comparable", "Equatable"), ("Hashable", "Equatable"), ("LocalizedError", "Error")]
        where type.conformances.contains(stronger) {
            type.conformances.insert(weaker)
        }
    }

    private func setRawType(_ raw: CellType, _ type: NominalType, _ reference: TypeReference) {
        let allowed = [BuiltIn.int, BuiltIn.string, BuiltIn.double, BuiltIn.float, BuiltIn.character]
        guard let nominal = raw.nominal, allowed.contains(nominal) else {
            return error(
                .rawTypeNoLiteral(raw),
                at: reference.span)
        }
        type.user?.rawType = raw
        type.conformances.formUnion(["RawRepresentable", "Equatable", "Hashable"])
    }

    /// The type that a declaration makes or extends.
    func type(of declaration: TypeDeclaration) -> CellType? {
        if declaration.kind != .extending { return block.types[declaration.name].map { .nominal($0, []) } }
        let resolved = resolve(TypeReference(.named(declaration.name, []), declaration.nameSpan))
        guard case .nominal(let nominal, let arguments) = resolved else {
            if case .existential(let name) = resolved {
                error(.extendsProtocol(name), at: declaration.nameSpan)
            }
            refusedMembers.formUnion(declaration.members.flatMap(\.declaredNames))
            return nil
        }
        if !arguments.isEmpty {
            error(
                .extendsGeneric(nominal.name),
                at: declaration.nameSpan,
                hints: ["write a function for the type that you use"])
            refusedMembers.formUnion(declaration.members.flatMap(\.declaredNames))
            return nil
        }
        return resolved
    }

    // MARK: Members

    /// What the types of a block have. Types that are written come first; then the values of stored properties, of
    /// which each may need other types' initialisers and static properties.
    func declareMembers(_ declarations: [TypeDeclaration]) {
        let all = declarations.compactMap { declaration -> DeclaredType? in
            guard let selfType = type(of: declaration), let type = selfType.nominal else { return nil }
            return DeclaredType(declaration: declaration, type: type, selfType: selfType)
        }
        for one in all { within(one.type) { declareWritten(one) } }
        let order = StoredOrder(all, source)
        for step in order.steps {
            within(step.owner.type) {
                switch step.kind {
                case .fields: declareFields(step.owner)
                case .staticValue(let binding, let variable): declareStatic(binding, variable, step.owner.type)
                }
            }
        }
        for one in all {
            refuseContainingItself(one)
            checkConformances(one.type, one.declaration)
        }
    }

    private func within(_ type: NominalType, _ body: () -> Void) {
        let outer = context.ownType
        context.ownType = type
        defer { context.ownType = outer }
        body()
    }

    private func declareWritten(_ one: DeclaredType) {
        if one.declaration.kind == .extending { conformExtended(one.declaration, one.type) }
        declareCases(one.declaration.cases, one.type, one.selfType)
        for member in one.declaration.members {
            declareMember(member, one.declaration, FunctionPlace(owner: one.type, selfType: one.selfType))
        }
    }

    private func declareFields(_ one: DeclaredType) {
        for member in one.declaration.members {
            guard case .variable(let variable) = member.kind, !variable.isStatic else { continue }
            fields(variable, one.declaration, FunctionPlace(owner: one.type, selfType: one.selfType))
        }
        if one.declaration.kind == .structure, one.type.members["init"] == nil {
            declareMemberwise(one.type, one.selfType, one.declaration)
        }
    }

    private func conformExtended(_ declaration: TypeDeclaration, _ type: NominalType) {
        guard type.kind == .structure || type.kind == .enumeration else {
            if let first = declaration.inherited.first {
                error(.conformsLibraryType, at: first.span)
            }
            return
        }
        for reference in declaration.inherited {
            guard case .existential(let name) = resolve(reference) else { continue }
            let isNew = type.conformances.insert(name).inserted
            if isNew, block.types[type.name] !== type { declarations.conformances.append((type, name)) }
        }
    }

    private func declareMember(_ member: Statement, _ declaration: TypeDeclaration, _ place: FunctionPlace) {
        switch member.kind {
        case .function(let function): method(function, declaration, place)
        case .variable(let variable): computed(variable, declaration, place)
        case .type, .invalid, .typeAlias: break
        default: error(.noMemberDeclaration, at: member.span)
        }
    }

    private func method(_ function: FunctionDeclaration, _ declaration: TypeDeclaration, _ place: FunctionPlace) {
        if case .subscripted = function.kind { return subscript_(function, declaration, place) }
        var place = place
        place.isStatic = function.isStatic
        let (signature, user) = signature(of: function, in: place)
        signature.access = function.access
        add(signature, to: declaration, place)
        later { [self] in check(body(of: function, signature, user, place)) }
    }

    private func subscript_(_ function: FunctionDeclaration, _ declaration: TypeDeclaration, _ place: FunctionPlace) {
        guard let accessors = function.accessors, let result = function.result.map(resolve) else { return }
        let signature = accessorSignature(
            "subscript", result, function.parameters, accessors, place, kind: .subscripted,
            documentation: function.documentation, function.span)
        signature.access = function.access
        add(signature, to: declaration, place)
    }

    private func computed(_ variable: VariableDeclaration, _ declaration: TypeDeclaration, _ place: FunctionPlace) {
        var place = place
        place.isStatic = variable.isStatic
        for property in computedProperties(variable, place) {
            property.access = variable.access
            add(property, to: declaration, place)
        }
    }

    /// Members of a type of this cell are its own; those of others belong to the session's table of extensions.
    func add(_ signature: Signature, to declaration: TypeDeclaration, _ place: FunctionPlace) {
        guard let type = place.owner else { return }
        let isOfThisCell = block.types[type.name] === type
        let known = type.members[signature.name] ?? []
        if isOfThisCell, known.contains(where: { $0.isSame(as: signature) }) {
            error(.redeclared(signature.labelled), at: declaration.nameSpan)
        }
        let earlier = names.types[type.name].map { $0 == type ? $0.members[signature.name] ?? [] : [] } ?? []
        signature.replace(earlier + (names.extensions[type.name]?[signature.name] ?? []))
        if isOfThisCell {
            type.user?.members[signature.name, default: []].append(signature)
        } else {
            declarations.extensions[type.name, default: [:]][signature.name, default: []].append(signature)
        }
    }

    // MARK: Conformances

    /// What a protocol asks for must be there, or follow from the parts.
    private func checkConformances(_ type: NominalType, _ declaration: TypeDeclaration) {
        // An extension of one of Swift's own types, or of the library's, which have what they need.
        guard type.kind == .structure || type.kind == .enumeration else { return }
        func missing(_ name: String, _ hint: String) {
            error(.doesNotConform(type.name, to: name), at: declaration.nameSpan, hints: [hint])
        }
        let own = type.conformances
        let parts = type.fields.map(\.type) + type.cases.flatMap { $0.payload.map(\.type) }
        if own.contains("Hashable") || own.contains("Equatable"), ownMembers("==", of: type).isEmpty {
            let name = own.contains("Hashable") ? "Hashable" : "Equatable"
            if let bad = parts.first(where: { !conformances.has($0, name) && $0.nominal != type }) {
                missing(name, "a stored value of type '\(bad)' is not \(name)")
            }
        }
        if own.contains("Comparable"), ownMembers("<", of: type).isEmpty, type.kind == .structure {
            missing("Comparable", "add 'static func < (left: \(type.name), right: \(type.name)) -> Bool'")
        }
        if own.contains("CustomStringConvertible"), ownMembers("description", of: type).isEmpty,
            !type.fields.contains(where: { $0.name == "description" })
        {
            missing("CustomStringConvertible", "add 'var description: String'")
        }
    }
}

extension Statement {
    /// The names of a member.
    fileprivate var declaredNames: [String] {
        switch kind {
        case .function(let function): [function.name]
        case .variable(let variable):
            variable.bindings.compactMap { if case .name(let name, _) = $0.pattern.kind { name } else { nil } }
        default: []
        }
    }
}
