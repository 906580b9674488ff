internal import CellMeaning
internal import CellSyntax

extension Checker {
    /// Makes the types and functions of a block known before its first statement, so that they may name each other.
    func hoist(_ list: [Statement]) {
        let types = list.compactMap { statement -> TypeDeclaration? in
            if case .type(let declaration) = statement.kind { declaration } else { nil }
        }
        if block === globalBlock { unchangedTypes = unchanged(types.filter { $0.kind != .extending }) }
        for declaration in types where declaration.kind != .extending { introduce(declaration) }
        for statement in list {
            if case .typeAlias(let name, let reference) = statement.kind { introduceAlias(name, reference) }
        }
        for statement in list {
            if case .function(let declaration) = statement.kind { introduce(declaration) }
        }
        for statement in list {
            if case .variable(let declaration) = statement.kind { introduceComputed(declaration) }
        }
        for declaration in types where declaration.kind != .extending { conform(declaration) }
        if block === globalBlock { noteOrigins(types.filter { $0.kind != .extending }) }
        declareMembers(types)
    }

    private func introduceAlias(_ name: String, _ reference: TypeReference) {
        let type = resolve(reference)
        block.typeAliases[name] = type
        if block === globalBlock { declarations.typeAliases[name] = type }
    }

    // MARK: Functions

    private func introduce(_ declaration: FunctionDeclaration) {
        let (signature, function) = signature(of: declaration, in: .free)
        let name = declaration.name
        if block.functions[name, default: []].contains(where: { $0.isSame(as: signature) })
            || block.variables[name] != nil
        {
            error(.redeclared(signature.labelled), at: declaration.nameSpan)
        }
        block.functions[name, default: []].append(signature)
        guard block === globalBlock else {
            block.pendingFunctions[declaration.nameSpan] = (signature, function)
            return
        }
        replaceEarlier(signature, function)
        later { [self] in check(body(of: declaration, signature, function, .free)) }
    }

    /// A function of the same name and labels in an earlier cell gives way; when its types are the same, too, also for
    /// those that call it already.
    private func replaceEarlier(_ signature: Signature, _ function: UserFunction) {
        let earlier = names.functions[signature.name] ?? []
        signature.replace(earlier)
        let known = declarations.functions[signature.name] ?? earlier
        let kept = known.filter { old in !(earlier.contains { $0 === old } && signature.takesPlace(of: old)) }
        declarations.functions[signature.name] = kept + [signature]
    }

    /// Checks a body when all of the cell's names are known, in the block that is open now.
    func later(_ body: @escaping () -> Void) {
        let inner = (block, scope, context)
        findings.laterBodies.append { [self] in
            let outer = (block, scope, context)
            (block, scope, context) = inner
            defer { (block, scope, context) = outer }
            body()
        }
    }

    // MARK: Computed variables

    private func introduceComputed(_ declaration: VariableDeclaration) {
        for property in computedProperties(declaration, .free) {
            block.functions[property.name, default: []].append(property)
            if block === globalBlock { declarations.functions[property.name] = [property] }
        }
    }
}
