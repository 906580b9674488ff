internal import SwiftSyntax

extension Lowering {
    func type(_ node: TypeSyntax) -> TypeReference { TypeReference(typeKind(node), span(node)) }

    private func typeKind(_ node: TypeSyntax) -> TypeReference.Kind {
        switch node.as(TypeSyntaxEnum.self) {
        case .identifierType(let node): return .named(name(node.name), arguments(node.genericArgumentClause))
        case .memberType(let node): return memberType(node)
        case .arrayType(let node): return .array(type(node.element))
        case .dictionaryType(let node): return .dictionary(type(node.key), type(node.value))
        case .optionalType(let node): return .optional(type(node.wrappedType))
        case .implicitlyUnwrappedOptionalType(let node):
            unsupported("implicitly unwrapped optionals are", node, hint: "use '?' and unwrap")
            return .optional(type(node.wrappedType))
        case .tupleType(let node): return tuple(node)
        case .functionType(let node):
            if let keyword = node.effectSpecifiers?.asyncSpecifier {
                unsupported("'async' and concurrency are", keyword)
            }
            return .function(
                node.parameters.map(functionParameter), throwing: node.effectSpecifiers?.throwsClause != nil,
                result: type(node.returnClause.type))
        case .attributedType(let node): return typeKind(node.baseType)
        case .someOrAnyType(let node):
            guard case .named(let name, _) = typeKind(node.constraint) else {
                unsupported("compositions of protocols are", node)
                return .invalid
            }
            return .existential(name)
        case .metatypeType(let node): return .metatype(type(node.baseType))
        case .missingType: return .invalid
        default:
            unsupported("this type is", node)
            return .invalid
        }
    }

    private func memberType(_ node: MemberTypeSyntax) -> TypeReference.Kind {
        let base = type(node.baseType)
        if node.name.text == "Type" { return .metatype(base) }
        guard case .named(let outer, let outerArguments) = base.kind, outerArguments.isEmpty else {
            return .member(base, name(node.name))
        }
        return .named("\(outer).\(name(node.name))", arguments(node.genericArgumentClause))
    }

    private func tuple(_ node: TupleTypeSyntax) -> TypeReference.Kind {
        let elements = node.elements.map { element -> (label: String?, type: TypeReference) in
            let label = element.firstName.map(name)
            return (label == "_" ? nil : label, type(element.type))
        }
        if elements.count == 1, let only = elements.first { return only.type.kind }
        return .tuple(elements)
    }

    private func functionParameter(_ node: TupleTypeElementSyntax) -> FunctionParameterType {
        FunctionParameterType(
            isInOut: node.inoutKeyword != nil || isInOut(node.type), isVariadic: node.ellipsis != nil,
            type: type(node.type))
    }

    func isInOut(_ node: TypeSyntax) -> Bool {
        guard let attributed = node.as(AttributedTypeSyntax.self) else { return false }
        return attributed.specifiers.contains { $0.as(SimpleTypeSpecifierSyntax.self)?.specifier.text == "inout" }
    }

    func isAutoclosure(_ node: TypeSyntax) -> Bool { hasAttribute("autoclosure", node) }

    func hasAttribute(_ name: String, _ node: TypeSyntax) -> Bool {
        guard let attributed = node.as(AttributedTypeSyntax.self) else { return false }
        return attributed.attributes.contains {
            $0.as(AttributeSyntax.self)?.attributeName.trimmedDescription == name
        }
    }

    private func arguments(_ clause: GenericArgumentClauseSyntax?) -> [TypeReference] {
        clause?.arguments.map(genericArgument) ?? []
    }

    func genericArgument(_ node: GenericArgumentSyntax) -> TypeReference {
        if case .type(let node) = node.argument { return type(node) }
        unsupported("values as generic arguments are", node)
        return TypeReference(.invalid, span(node))
    }
}
