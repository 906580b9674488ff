internal import CellMeaning
internal import CellSyntax
internal import CellValues

extension Checker {
    /// The computed ones among the variables of a declaration, as properties.
    func computedProperties(_ declaration: VariableDeclaration, _ place: FunctionPlace) -> [Signature] {
        declaration.bindings.compactMap { binding in
            guard let accessors = binding.accessors, accessors.getter != nil,
                case .name(let name, _) = binding.pattern.kind
            else { return nil }
            guard let type = binding.type.map(resolve) else {
                error(.computedWithoutType, at: binding.span)
                return nil
            }
            return accessorSignature(
                name, type, [], accessors, place, kind: .property, documentation: declaration.documentation,
                binding.span)
        }
    }

    /// A computed property or subscript: its getter and setter become functions. The getter takes self and the indices,
    /// the setter self (`inout`), the indices and the new value.
    func accessorSignature(
        _ name: String, _ type: CellType, _ parameters: [Parameter], _ accessors: Accessors, _ place: FunctionPlace,
        kind: Signature.Kind, documentation: String, _ span: SourceSpan
    ) -> Signature {
        let indices = parameters.map(signatureParameter)
        let passed = zip(parameters, indices).map { written, parameter in
            (
                name: parameter.name, type: parameter.isVariadic ? CellType.array(parameter.type) : parameter.type,
                isInOut: false, span: written.span
            )
        }
        let getter = accessor(name, accessors.getter, passed, type, place, isMutating: false, span)
        let setter = accessors.setter.map { body in
            let value = (name: accessors.setterParameter, type: type, isInOut: false, span: span)
            return accessor(
                name, body, passed + [value], .void, place, isMutating: !place.isStatic && place.owner != nil, span)
        }
        let isThrowing = accessors.getter?.isThrowing ?? false
        return Signature(
            kind: kind, name: name, owner: place.owner?.name, isStatic: place.isStatic, parameters: indices,
            throwing: isThrowing ? .always : .never, result: type, isSettable: setter != nil,
            documentation: documentation, implementation: .userAccessors(getter: getter, setter: setter))
    }

    /// One accessor, whose body is checked later.
    func accessor(
        _ name: String, _ accessor: AccessorBody?,
        _ parameters: [(name: String, type: CellType, isInOut: Bool, span: SourceSpan)], _ result: CellType,
        _ place: FunctionPlace, isMutating: Bool, _ span: SourceSpan
    ) -> UserFunction {
        let isLocal = block !== globalBlock && place.owner == nil
        let function = UserFunction(
            name: name, span: span, source: source, scope: FunctionScope(parent: isLocal ? scope : nil),
            resultType: result)
        findings.functions.append(function)
        let body = Body(
            function: function, place: place, parameters: parameters, isMutating: isMutating,
            throwing: accessor?.isThrowing == true ? .always : .never, statements: accessor?.statements ?? [],
            span: span, kind: .getter)
        later { [self] in check(body) }
        return function
    }
}
