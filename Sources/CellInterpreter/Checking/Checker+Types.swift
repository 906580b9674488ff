internal import CellSyntax

extension Checker {
    /// Makes a type's name known.
    func introduce(_ declaration: TypeDeclaration) {
        if block.types[declaration.name] != nil {
            error("invalid redeclaration of '\(declaration.name)'", at: declaration.nameSpan)
        }
        let kind: NominalType.Kind = declaration.kind == .structure ? .structure : .enumeration
        let type = NominalType(declaration.name, kind: kind, documentation: declaration.documentation)
        block.types[declaration.name] = type
        if block === globalBlock { declarations.types[declaration.name] = type }
        introduceNested(declaration, in: type)
    }

    /// A type within a type is known as `Outer.Inner`, and within the outer one as `Inner`.
    private func introduceNested(_ declaration: TypeDeclaration, in type: NominalType) {
        for member in declaration.members {
            guard case .type(let nested) = member.kind, nested.kind != .extending else { continue }
            error(
                "types within types are outside of the subset", at: nested.nameSpan,
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
            case let other: error("inheritance from non-protocol type '\(other)'", at: reference.span)
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
                "raw type '\(raw)' is not expressible by a string, integer, or floating-point literal",
                at: reference.span)
        }
        type.rawType = raw
        type.conformances.formUnion(["RawRepresentable", "Equatable", "Hashable"])
    }

    /// The type that a declaration makes or extends.
    func type(of declaration: TypeDeclaration) -> CellType? {
        if declaration.kind != .extending { return block.types[declaration.name].map { .nominal($0, []) } }
        let resolved = resolve(TypeReference(.named(declaration.name, []), declaration.nameSpan))
        guard case .nominal(let nominal, let arguments) = resolved else {
            if case .existential(let name) = resolved {
                error("extensions of protocols such as '\(name)' are outside of the subset", at: declaration.nameSpan)
            }
            return nil
        }
        if !arguments.isEmpty {
            error(
                "extensions of generic types such as '\(nominal.name)' are outside of the subset",
                at: declaration.nameSpan,
                hints: ["write a function for the type that you use"])
            return nil
        }
        return resolved
    }

    // MARK: Members

    func declareMembers(_ declaration: TypeDeclaration) {
        guard let selfType = type(of: declaration), let type = selfType.nominal else { return }
        if declaration.kind == .extending { conformExtended(declaration, type) }
        let place = FunctionPlace(owner: type, selfType: selfType)
        let outer = context.ownType
        context.ownType = type
        defer { context.ownType = outer }
        declareCases(declaration.cases, type, selfType)
        for member in declaration.members {
            if case .variable(let variable) = member.kind, !variable.isStatic { fields(variable, declaration, place) }
        }
        for member in declaration.members { declareMember(member, declaration, place) }
        if declaration.kind == .structure, type.members["init"] == nil {
            declareMemberwise(type, selfType, declaration)
        }
        checkConformances(type, declaration)
    }

    private func conformExtended(_ declaration: TypeDeclaration, _ type: NominalType) {
        guard type.kind == .structure || type.kind == .enumeration else {
            if let first = declaration.inherited.first {
                error("conformances of the library's types cannot be added", at: first.span)
            }
            return
        }
        for reference in declaration.inherited {
            if case .existential(let name) = resolve(reference) { type.conformances.insert(name) }
        }
    }

    private func declareMember(_ member: Statement, _ declaration: TypeDeclaration, _ place: FunctionPlace) {
        switch member.kind {
        case .function(let function): method(function, declaration, place)
        case .variable(let variable): computed(variable, declaration, place)
        case .type, .invalid, .typeAlias: break
        default: error("expected a property, method, initializer or subscript", at: member.span)
        }
    }

    private func method(_ function: FunctionDeclaration, _ declaration: TypeDeclaration, _ place: FunctionPlace) {
        if case .subscripted = function.kind { return subscript_(function, declaration, place) }
        var place = place
        place.isStatic = function.isStatic
        let (signature, user) = signature(of: function, in: place)
        add(signature, to: declaration, place)
        later { [self] in check(body(of: function, signature, user, place)) }
    }

    private func subscript_(_ function: FunctionDeclaration, _ declaration: TypeDeclaration, _ place: FunctionPlace) {
        guard let accessors = function.accessors, let result = function.result.map(resolve) else { return }
        let signature = accessorSignature(
            "subscript", result, function.parameters, accessors, place, kind: .subscripted,
            documentation: function.documentation, function.span)
        add(signature, to: declaration, place)
    }

    private func computed(_ variable: VariableDeclaration, _ declaration: TypeDeclaration, _ place: FunctionPlace) {
        var place = place
        place.isStatic = variable.isStatic
        for binding in variable.bindings {
            guard let accessors = binding.accessors, accessors.getter != nil,
                case .name(let name, _) = binding.pattern.kind
            else { continue }
            guard let type = binding.type.map(resolve) else {
                error("computed property must have an explicit type", at: binding.span)
                continue
            }
            let signature = accessorSignature(
                name, type, [], accessors, place, kind: .property, documentation: variable.documentation, binding.span)
            add(signature, to: declaration, place)
        }
    }

    /// Members of a type of this cell are its own; those of others belong to the session's table of extensions.
    func add(_ signature: Signature, to declaration: TypeDeclaration, _ place: FunctionPlace) {
        guard let type = place.owner else { return }
        let isOfThisCell = block.types[type.name] === type
        let known = type.members[signature.name] ?? []
        if isOfThisCell, known.contains(where: { $0.isSame(as: signature) }) {
            error("invalid redeclaration of '\(signature.labelled)'", at: declaration.nameSpan)
        }
        if isOfThisCell {
            type.members[signature.name, default: []].append(signature)
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
            error("type '\(type.name)' does not conform to protocol '\(name)'", at: declaration.nameSpan, hints: [hint])
        }
        let own = type.conformances
        let parts = type.fields.map(\.type) + type.cases.flatMap { $0.payload.map(\.type) }
        if own.contains("Hashable") || own.contains("Equatable"), type.members["=="] == nil {
            let name = own.contains("Hashable") ? "Hashable" : "Equatable"
            if let bad = parts.first(where: { !conformances.has($0, name) && $0.nominal !== type }) {
                missing(name, "a stored value of type '\(bad)' is not \(name)")
            }
        }
        if own.contains("Comparable"), type.members["<"] == nil, type.kind == .structure {
            missing("Comparable", "add 'static func < (left: \(type.name), right: \(type.name)) -> Bool'")
        }
        if own.contains("CustomStringConvertible"), type.members["description"] == nil,
            !type.fields.contains(where: { $0.name == "description" })
        {
            missing("CustomStringConvertible", "add 'var description: String'")
        }
    }
}
