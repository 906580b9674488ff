internal import SwiftSyntax

extension Lowering {
    func declaration(_ node: DeclSyntax) -> Statement.Kind {
        switch node.as(DeclSyntaxEnum.self) {
        case .variableDecl(let node): return .variable(variable(node))
        case .functionDecl(let node): return .function(function(node))
        case .initializerDecl(let node): return .function(initializer(node))
        case .subscriptDecl(let node): return .function(subscripted(node))
        case .structDecl(let node):
            refuseGenerics(node.genericParameterClause)
            return .type(
                type(.structure, node.name, node.inheritanceClause, node.memberBlock, documentation(node), span(node)))
        case .enumDecl(let node):
            refuseGenerics(node.genericParameterClause)
            return .type(
                type(
                    .enumeration, node.name, node.inheritanceClause, node.memberBlock, documentation(node), span(node),
                    isIndirect: isIndirect(node.modifiers)))
        case .extensionDecl(let node):
            guard let name = node.extendedType.as(IdentifierTypeSyntax.self)?.name else {
                unsupported("extensions of this type are", node)
                return .invalid
            }
            return .type(type(.extending, name, node.inheritanceClause, node.memberBlock, "", span(node)))
        case .typeAliasDecl(let node): return .typeAlias(name: name(node.name), type(node.initializer.value))
        case .importDecl(let node):
            return .importModule(node.path.map { name($0.name) }.joined(separator: "."))
        case .classDecl(let node): return refuse("classes are", node, hint: "use a struct")
        case .actorDecl(let node): return refuse("actors and concurrency are", node)
        case .protocolDecl(let node):
            return refuse("protocols are", node, hint: "write a struct, or an enum with a case for each kind")
        case .macroExpansionDecl(let node): return refuse("macros are", node)
        case .macroDecl(let node): return refuse("macros are", node)
        case .operatorDecl(let node): return refuse("declarations of new operators are", node)
        case .precedenceGroupDecl(let node): return refuse("precedence groups are", node)
        case .ifConfigDecl(let node): return refuse("conditional compilation is", node)
        case .deinitializerDecl(let node): return refuse("classes and their 'deinit' are", node)
        case .missingDecl, .unexpectedCodeDecl: return .invalid
        default: return refuse("this declaration is", node)
        }
    }

    private func refuse(_ what: String, _ node: some SyntaxProtocol, hint: String? = nil) -> Statement.Kind {
        unsupported(what, node, hint: hint)
        return .invalid
    }

    private func refuseGenerics(_ clause: GenericParameterClauseSyntax?) {
        if let clause { unsupported("generics of one's own are", clause) }
    }

    // MARK: Variables

    private func variable(_ node: VariableDeclSyntax) -> VariableDeclaration {
        for modifier in node.modifiers where ["lazy", "weak", "unowned"].contains(modifier.name.text) {
            unsupported("'\(modifier.name.text)' is", modifier)
        }
        for modifier in node.modifiers where modifier.name.text == "async" {
            unsupported("'async' and concurrency are", modifier)
        }
        for attribute in node.attributes { unsupported("attributes and property wrappers are", attribute) }
        let isConstant = node.bindingSpecifier.text == "let"
        // In `let a, b: Int` the type of the last stands for those before it.
        var bindings: [VariableBinding] = []
        for binding in node.bindings.reversed() {
            if isConstant, binding.accessorBlock != nil {
                report(CellDiagnostic("'let' declarations cannot be computed properties", at: span(binding)))
            }
            var type = binding.typeAnnotation.map { self.type($0.type) }
            if type == nil, binding.initializer == nil, let next = bindings.first { type = next.type }
            bindings.insert(
                VariableBinding(
                    pattern: pattern(binding.pattern, binding: !isConstant), type: type,
                    initializer: binding.initializer.map { source($0.value) },
                    accessors: binding.accessorBlock.map(accessors), span: span(binding)),
                at: 0)
        }
        return VariableDeclaration(
            isConstant: isConstant, isStatic: isStatic(node.modifiers), access: access(node.modifiers),
            bindings: bindings, documentation: documentation(node))
    }

    private func accessors(_ block: AccessorBlockSyntax) -> Accessors {
        var result = Accessors(setterParameter: "newValue")
        switch block.accessors {
        case .getter(let list): result.getter = AccessorBody(statements: statements(list), isThrowing: false)
        case .accessors(let list):
            for accessor in list {
                let body = AccessorBody(
                    statements: accessor.body.map { statements($0.statements) },
                    isThrowing: accessor.effectSpecifiers?.throwsClause != nil)
                let parameter = accessor.parameters.map { name($0.name) }
                switch accessor.accessorSpecifier.text {
                case "get": result.getter = body
                case "set":
                    result.setter = body
                    result.setterParameter = parameter ?? "newValue"
                case "willSet": result.willSet = body
                case "didSet": result.didSet = body
                default: unsupported("'\(accessor.accessorSpecifier.text)' accessors are", accessor)
                }
            }
        }
        return result
    }

    private func isStatic(_ modifiers: DeclModifierListSyntax) -> Bool {
        modifiers.contains { $0.name.text == "static" }
    }

    private func isIndirect(_ modifiers: DeclModifierListSyntax) -> Bool {
        modifiers.contains { $0.name.text == "indirect" }
    }

    /// What is `fileprivate` is there for all cells, which are one file to a compiler.
    private func access(_ modifiers: DeclModifierListSyntax) -> AccessLevel {
        guard let modifier = modifiers.first(where: { $0.name.text == "private" }) else { return .everywhere }
        return modifier.detail == nil ? .inItsType : .setInItsType
    }

    // MARK: Functions

    private func function(_ node: FunctionDeclSyntax) -> FunctionDeclaration {
        let effects = node.signature.effectSpecifiers
        if let keyword = effects?.asyncSpecifier { unsupported("'async' and concurrency are", keyword) }
        if node.body != nil, let clause = node.genericParameterClause {
            unsupported("generics of one's own are", clause, hint: "write the function for the type that you use")
        }
        let prefix = node.modifiers.contains { $0.name.text == "prefix" } ? "prefix " : ""
        return FunctionDeclaration(
            kind: .function, name: prefix + name(node.name), nameSpan: span(node.name),
            genericParameters: generics(node.genericParameterClause),
            requirements: requirements(node.genericWhereClause),
            parameters: node.signature.parameterClause.parameters.map { parameter($0) },
            throwing: throwing(effects?.throwsClause), result: node.signature.returnClause.map { type($0.type) },
            body: node.body.map { statements($0.statements) }, accessors: nil, isStatic: isStatic(node.modifiers),
            isMutating: node.modifiers.contains { $0.name.text == "mutating" }, access: access(node.modifiers),
            documentation: documentation(node), span: span(node))
    }

    private func initializer(_ node: InitializerDeclSyntax) -> FunctionDeclaration {
        FunctionDeclaration(
            kind: .initializer(failable: node.optionalMark != nil), name: "init", nameSpan: span(node.initKeyword),
            genericParameters: generics(node.genericParameterClause),
            requirements: requirements(node.genericWhereClause),
            parameters: node.signature.parameterClause.parameters.map { parameter($0) },
            throwing: throwing(node.signature.effectSpecifiers?.throwsClause), result: nil,
            body: node.body.map { statements($0.statements) }, accessors: nil, isStatic: true, isMutating: false,
            access: access(node.modifiers), documentation: documentation(node), span: span(node))
    }

    private func subscripted(_ node: SubscriptDeclSyntax) -> FunctionDeclaration {
        let accessors = node.accessorBlock.map(accessors)
        return FunctionDeclaration(
            kind: .subscripted, name: "subscript", nameSpan: span(node.subscriptKeyword),
            genericParameters: generics(node.genericParameterClause),
            requirements: requirements(node.genericWhereClause),
            parameters: node.parameterClause.parameters.map { parameter($0, isSubscript: true) },
            throwing: accessors?.getter?.isThrowing == true ? .always : .never, result: type(node.returnClause.type),
            body: nil, accessors: accessors, isStatic: isStatic(node.modifiers), isMutating: false,
            access: access(node.modifiers), documentation: documentation(node), span: span(node))
    }

    /// A parameter; that of a subscript has no label unless it is given two names.
    private func parameter(_ node: FunctionParameterSyntax, isSubscript: Bool = false) -> Parameter {
        let first = name(node.firstName)
        let hasLabel = first != "_" && !(isSubscript && node.secondName == nil)
        return Parameter(
            label: hasLabel ? first : nil, name: node.secondName.map(name) ?? first, type: type(node.type),
            isInOut: isInOut(node.type), isVariadic: node.ellipsis != nil, isAutoclosure: isAutoclosure(node.type),
            isEscaping: hasAttribute("escaping", node.type),
            defaultValue: node.defaultValue.map { expression($0.value) }, span: span(node))
    }

    private func throwing(_ clause: ThrowsClauseSyntax?) -> FunctionDeclaration.Throwing {
        switch clause?.throwsSpecifier.text {
        case "throws": .always
        case "rethrows": .whenArgumentsDo
        default: .never
        }
    }

    private func generics(_ clause: GenericParameterClauseSyntax?) -> [(name: String, constraint: TypeReference?)] {
        clause?.parameters.map { (name($0.name), $0.inheritedType.map(type)) } ?? []
    }

    private func requirements(_ clause: GenericWhereClauseSyntax?) -> [GenericRequirement] {
        clause?.requirements.compactMap { requirement in
            switch requirement.requirement {
            case .conformanceRequirement(let node): return .conforms(type(node.leftType), to: type(node.rightType))
            case .sameTypeRequirement(let node):
                guard case .type(let left) = node.leftType, case .type(let right) = node.rightType else { return nil }
                return .same(type(left), type(right))
            default: return nil
            }
        } ?? []
    }

    // MARK: Types

    private func type(
        _ kind: TypeDeclaration.Kind, _ name: TokenSyntax, _ inheritance: InheritanceClauseSyntax?,
        _ block: MemberBlockSyntax, _ documentation: String, _ span: SourceSpan, isIndirect: Bool = false
    ) -> TypeDeclaration {
        var cases: [EnumCaseDeclaration] = []
        var members: [Statement] = []
        for member in block.members {
            if let node = member.decl.as(EnumCaseDeclSyntax.self) {
                cases += node.elements.map { enumCase($0, isIndirect: isIndirect || self.isIndirect(node.modifiers)) }
            } else {
                members.append(Statement(declaration(member.decl), self.span(member.decl)))
            }
        }
        return TypeDeclaration(
            kind: kind, name: self.name(name), nameSpan: self.span(name),
            inherited: inheritance?.inheritedTypes.map { type($0.type) } ?? [], cases: cases, members: members,
            documentation: documentation, span: span)
    }

    private func enumCase(_ node: EnumCaseElementSyntax, isIndirect: Bool) -> EnumCaseDeclaration {
        let parameters = node.parameterClause?.parameters.map { parameter in
            let label = parameter.firstName.map(name)
            return Parameter(
                label: label == "_" ? nil : label, name: label ?? "", type: type(parameter.type), isInOut: false,
                isVariadic: false, defaultValue: parameter.defaultValue.map { expression($0.value) },
                span: span(parameter))
        }
        return EnumCaseDeclaration(
            name: name(node.name), isIndirect: isIndirect, parameters: parameters,
            rawValue: node.rawValue.map { expression($0.value) },
            span: span(node))
    }
}
