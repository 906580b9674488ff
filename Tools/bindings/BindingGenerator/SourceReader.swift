import SwiftParser
import SwiftSyntax

/// Reads the public declarations of Swift files.
///
/// ```swift
/// var reader = SourceReader()
/// reader.read("extension Tensor { public func abs() -> Tensor { … } }", target: "TensorCore", file: "Tensor.swift")
/// reader.declarations[0].key  // Tensor.abs()
/// ```
struct SourceReader {
    private(set) var declarations: [LibraryDeclaration] = []
    private(set) var types: [LibraryType] = []
    private(set) var conformances: [LibraryConformance] = []
    /// What cannot be read, with the way out.
    private(set) var problems: [String] = []

    private var target = ""
    private var file = ""

    mutating func read(_ source: String, target: String, file: String) {
        self.target = target
        self.file = file
        let tree = Parser.parse(source: source)
        for item in tree.statements {
            if let declaration = item.item.as(DeclSyntax.self) { read(declaration, Scope()) }
        }
    }

    /// Reads a declaration as an interface writes it, without a body.
    mutating func readInterface(_ text: String, owner: String?, file: String) {
        self.file = file
        // Within a type, because `subscript` and `init` stand nowhere else.
        let tree = Parser.parse(source: "extension Owner {\n\(text)\n}")
        for item in tree.statements {
            for member in item.item.as(ExtensionDeclSyntax.self)?.memberBlock.members ?? [] {
                read(member.decl, Scope(owner: owner, isPublic: true))
            }
        }
    }

    /// Where a declaration stands.
    private struct Scope {
        var owner: String?
        /// Members are public unless they say otherwise.
        var isPublic = false
        var isEnum = false
        var isClass = false
    }

    private mutating func read(_ declaration: DeclSyntax, _ scope: Scope) {
        if let type = declaration.as(StructDeclSyntax.self) {
            read(type, name: type.name.text, .structure, type.genericParameterClause != nil, scope)
        } else if let type = declaration.as(EnumDeclSyntax.self) {
            read(type, name: type.name.text, .enumeration, type.genericParameterClause != nil, scope)
        } else if let type = declaration.as(ClassDeclSyntax.self) {
            read(type, name: type.name.text, .reference, type.genericParameterClause != nil, scope)
        } else if let type = declaration.as(ProtocolDeclSyntax.self) {
            readProtocol(type, scope)
        } else if let type = declaration.as(ExtensionDeclSyntax.self) {
            readExtension(type)
        } else if let alias = declaration.as(TypeAliasDeclSyntax.self), isPublic(alias.modifiers, scope) {
            types.append(
                LibraryType(
                    target: target, file: file, kind: .alias(SourceType(alias.initializer.value)),
                    name: qualified(alias.name.text, scope), documentation: documentation(alias), conformances: []))
        } else {
            readMember(declaration, scope)
        }
    }

    // MARK: Types

    private mutating func read(
        _ type: some DeclGroupSyntax, name: String, _ kind: LibraryType.Kind, _ isGeneric: Bool, _ scope: Scope
    ) {
        guard isPublic(type.modifiers, scope) else { return }
        let name = qualified(name, scope)
        types.append(
            LibraryType(
                target: target, file: file, kind: kind, name: name, documentation: documentation(type),
                conformances: Set(inherited(type.inheritanceClause)), isGeneric: isGeneric))
        if kind == .enumeration { addRawValue(name, type) }
        let scope = Scope(owner: name, isEnum: kind == .enumeration, isClass: kind == .reference)
        for member in type.memberBlock.members { read(member.decl, scope) }
    }

    private mutating func readProtocol(_ type: ProtocolDeclSyntax, _ scope: Scope) {
        guard isPublic(type.modifiers, scope) else { return }
        var names: Set<String> = []
        for member in type.memberBlock.members {
            if let function = member.decl.as(FunctionDeclSyntax.self) { names.insert(function.name.text) }
            for binding in member.decl.as(VariableDeclSyntax.self)?.bindings ?? [] {
                names.insert(binding.pattern.trimmedDescription)
            }
        }
        types.append(
            LibraryType(
                target: target, file: file, kind: .proto, name: type.name.text, documentation: documentation(type),
                conformances: Set(inherited(type.inheritanceClause)), requirements: names))
    }

    private mutating func readExtension(_ type: ExtensionDeclSyntax) {
        var extended = SourceType(type.extendedType)
        var elementConstraint: String?
        for requirement in type.genericWhereClause?.requirements ?? [] {
            switch requirement.requirement {
            case .sameTypeRequirement(let same):
                let (left, right) = (same.leftType.trimmedDescription, same.rightType.trimmedDescription)
                // `extension TensorIndex where Self == TensorIndexOperation` speaks of the latter.
                if left == "Self" { extended = .named(right, []) }
                if left == "Element", extended == .named("Array", []), case .type(let element) = same.rightType {
                    extended = .array(SourceType(element))
                }
            case .conformanceRequirement(let conformance):
                elementConstraint = conformance.rightType.trimmedDescription
            case .layoutRequirement: break
            }
        }
        // Members of `Sequence<Tensor>` are declared on every sequence, with a condition.
        if case .named("Sequence", _) = extended { extended = .named("Sequence", []) }
        let protocols = inherited(type.inheritanceClause)
        if !protocols.isEmpty {
            conformances.append(
                LibraryConformance(type: extended, elementConstraint: elementConstraint, protocols: protocols))
        }
        let scope = Scope(owner: "\(extended)", isPublic: type.modifiers.contains { $0.name.text == "public" })
        for member in type.memberBlock.members { read(member.decl, scope) }
    }

    private func inherited(_ clause: InheritanceClauseSyntax?) -> [String] {
        (clause?.inheritedTypes ?? []).map { $0.type.trimmedDescription }
    }

    // MARK: Members

    private mutating func readMember(_ declaration: DeclSyntax, _ scope: Scope) {
        if let function = declaration.as(FunctionDeclSyntax.self), isPublic(function.modifiers, scope) {
            add(function, scope)
        } else if let initializer = declaration.as(InitializerDeclSyntax.self), isPublic(initializer.modifiers, scope) {
            var new = LibraryDeclaration(
                kind: .initializer(isFailable: initializer.optionalMark != nil), owner: scope.owner, name: "init")
            new.read(initializer.signature, initializer.genericParameterClause, initializer.genericWhereClause)
            new.result = .void
            add(new, initializer)
        } else if let subscripted = declaration.as(SubscriptDeclSyntax.self), isPublic(subscripted.modifiers, scope) {
            add(subscripted, scope)
        } else if let variable = declaration.as(VariableDeclSyntax.self), isPublic(variable.modifiers, scope) {
            add(variable, scope)
        } else if let cases = declaration.as(EnumCaseDeclSyntax.self), scope.isEnum {
            for element in cases.elements {
                var new = LibraryDeclaration(kind: .enumCase, owner: scope.owner, name: plain(element.name))
                new.parameters = (element.parameterClause?.parameters ?? []).map { LibraryDeclaration.Parameter($0) }
                add(new, cases)
            }
        }
    }

    private mutating func add(_ function: FunctionDeclSyntax, _ scope: Scope) {
        let isOperator = function.name.tokenKind.isOperator
        let isPrefix = function.modifiers.contains { $0.name.text == "prefix" }
        var new = LibraryDeclaration(
            kind: isOperator ? (isPrefix ? .prefixOperator : .binaryOperator) : .function, owner: scope.owner,
            name: plain(function.name))
        new.read(function.signature, function.genericParameterClause, function.genericWhereClause)
        new.read(function.modifiers)
        add(new, function)
    }

    private mutating func add(_ subscripted: SubscriptDeclSyntax, _ scope: Scope) {
        let accessors = Accessors(subscripted.accessorBlock)
        var new = LibraryDeclaration(
            kind: .subscripted(isSettable: accessors.isSettable), owner: scope.owner, name: "subscript")
        new.parameters = subscripted.parameterClause.parameters.map {
            LibraryDeclaration.Parameter($0, isSubscript: true)
        }
        new.result = SourceType(subscripted.returnClause.type)
        new.isWriteOnly = !accessors.isReadable
        new.throwing = accessors.isThrowing ? .always : .never
        new.hasWhereClause = subscripted.genericParameterClause != nil
        new.read(subscripted.modifiers)
        add(new, subscripted)
    }

    private mutating func add(_ variable: VariableDeclSyntax, _ scope: Scope) {
        let isLet = variable.bindingSpecifier.text == "let"
        let setIsHidden = variable.modifiers.contains { $0.detail?.detail.text == "set" }
        for binding in variable.bindings {
            let accessors = Accessors(binding.accessorBlock)
            let isSettable = !isLet && !setIsHidden && (accessors.isStored || accessors.isSettable)
            var new = LibraryDeclaration(
                kind: .property(isSettable: isSettable), owner: scope.owner,
                name: binding.pattern.trimmedDescription.filter { $0 != "`" })
            new.throwing = accessors.isThrowing ? .always : .never
            new.isConstant = isLet
            new.read(variable.modifiers)
            if let type = binding.typeAnnotation.map({ SourceType($0.type) })
                ?? binding.initializer.flatMap({ SourceType(valueOf: $0.value) })
            {
                new.result = type
            } else {
                problems.append("\(target)/\(file): write the type of '\(new.shortKey)' beside its name")
            }
            add(new, variable)
        }
    }

    private mutating func add(_ declaration: LibraryDeclaration, _ node: some SyntaxProtocol) {
        var declaration = declaration
        declaration.target = target
        declaration.file = file
        declaration.documentation = documentation(node)
        declarations.append(declaration)
    }

    /// What `enum A: String, CaseIterable` has without saying it.
    private mutating func addRawValue(_ name: String, _ type: some DeclGroupSyntax) {
        let inherited = inherited(type.inheritanceClause)
        let cases = type.memberBlock.members.compactMap { $0.decl.as(EnumCaseDeclSyntax.self) }.flatMap(\.elements)
        guard let first = cases.first else { return }
        let own: SourceType = .named(name, [])
        func add(_ kind: LibraryDeclaration.Kind, _ member: String, _ sentence: String, _ result: SourceType) {
            var new = LibraryDeclaration(kind: kind, owner: name, name: member, result: result)
            (new.target, new.file, new.documentation) = (target, file, ["/// " + sentence])
            new.isStatic = member == "allCases"
            if member == "init" {
                new.parameters = [.init(label: "rawValue", name: "rawValue", type: .named("String", []))]
            }
            declarations.append(new)
        }
        if inherited.contains("CaseIterable") {
            add(
                .property(isSettable: false), "allCases", "All cases, in their order: `\(name).allCases`.",
                .array(own))
        }
        guard inherited.contains("String") else { return }
        let text = first.rawValue?.value.trimmedDescription ?? "\"\(plain(first.name))\""
        add(
            .property(isSettable: false), "rawValue",
            "The text that stands for it: `\(name).\(plain(first.name)).rawValue` is `\(text)`.", .named("String", []))
        add(
            .initializer(isFailable: true), "init",
            "What a text stands for, nil when there is none: `\(name)(rawValue: \(text))`.", .void)
    }

    // MARK: Small things

    private func isPublic(_ modifiers: DeclModifierListSyntax, _ scope: Scope) -> Bool {
        let levels: Set<String> = ["public", "open", "package", "internal", "fileprivate", "private"]
        let level = modifiers.first { levels.contains($0.name.text) && $0.detail == nil }?.name.text
        return level.map { $0 == "public" || $0 == "open" } ?? scope.isPublic
    }

    private func qualified(_ name: String, _ scope: Scope) -> String { (scope.owner.map { $0 + "." } ?? "") + name }

    private func plain(_ name: TokenSyntax) -> String { name.text.filter { $0 != "`" } }

    private func documentation(_ node: some SyntaxProtocol) -> [String] {
        node.leadingTrivia.compactMap { piece in
            guard case .docLineComment(let line) = piece else { return nil }
            // Links to other pages, ``Tensor``, are code where there are no pages.
            return line.contains("```") ? line : line.replacing("``", with: "`")
        }
    }
}

/// What an accessor block says of a property or subscript.
private struct Accessors {
    var isStored = false
    var isSettable = false
    var isReadable = true
    var isThrowing = false

    init(_ block: AccessorBlockSyntax?) {
        guard let block else {
            isStored = true
            return
        }
        guard case .accessors(let list) = block.accessors else { return }
        let names = list.map(\.accessorSpecifier.text)
        isStored = names.contains("didSet") || names.contains("willSet")
        isSettable = names.contains("set")
        isReadable = names.contains("get") || !isSettable
        isThrowing = list.contains { $0.effectSpecifiers?.throwsClause != nil }
    }
}

extension TokenKind {
    fileprivate var isOperator: Bool {
        switch self {
        case .binaryOperator, .prefixOperator, .postfixOperator: true
        default: false
        }
    }
}

extension SourceType {
    /// The type of a value that says it: `false`, `0`, `PatchSite("z", [1])`.
    fileprivate init?(valueOf value: ExprSyntax) {
        if value.is(IntegerLiteralExprSyntax.self) {
            self = .named("Int", [])
        } else if value.is(FloatLiteralExprSyntax.self) {
            self = .named("Double", [])
        } else if value.is(BooleanLiteralExprSyntax.self) {
            self = .named("Bool", [])
        } else if value.is(StringLiteralExprSyntax.self) {
            self = .named("String", [])
        } else if let sequence = value.as(SequenceExprSyntax.self), let first = sequence.elements.first {
            self.init(valueOf: first)
        } else if let call = value.as(FunctionCallExprSyntax.self),
            let name = call.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text,
            name.first?.isUppercase == true
        {
            self = .named(name, [])
        } else {
            return nil
        }
    }
}
