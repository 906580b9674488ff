package import CellHost
package import CellSyntax
package import CellValues

/// Finds the type that a written type means.
package struct TypeResolver {
    let library: HostLibrary
    let names: SessionNames?
    /// The types that the cell itself declares, innermost first.
    package var localTypes: [String: NominalType] = [:]
    package var localAliases: [String: CellType] = [:]
    /// Names of generic parameters, which stand for themselves.
    var genericParameters: Set<String> = []
    package var selfType: CellType?
    /// Whether `AnySequence<Element>` is any sequence at all, as in the parameters of the library's declarations.
    var takesAnySequence = false
    /// Makes what stands for a type that is left open, as `Set` in `let s: Set = [1]`.
    package var open: (String) -> CellType = { .variable(TypeVariable(name: $0)) }
    /// Told what is wrong; the type is then unknown.
    package var report: (CellDiagnostic) -> Void = { _ in }

    package init(library: HostLibrary, names: SessionNames? = nil) {
        self.library = library
        self.names = names
    }

    package func resolve(_ reference: TypeReference) -> CellType {
        switch reference.kind {
        case .named(let name, let arguments): named(name, arguments, reference.span)
        case .member(let base, let name): member(name, of: resolve(base), reference.span)
        case .array(let element): .array(resolve(element))
        case .dictionary(let key, let value): .dictionary(resolve(key), resolve(value))
        case .optional(let wrapped): .optional(resolve(wrapped))
        case .tuple(let elements):
            .tuple(elements.map { TupleElementType(label: $0.label, type: resolve($0.type)) })
        case .function(let parameters, let throwing, let result):
            .function(
                FunctionType(
                    parameters: parameters.map {
                        FunctionType.Parameter(
                            type: resolve($0.type), isInOut: $0.isInOut, isVariadic: $0.isVariadic)
                    }, isThrowing: throwing, result: resolve(result)))
        case .existential(let name): existential(name, reference.span)
        case .metatype(let type): .metatype(resolve(type))
        case .invalid: .unknown
        }
    }

    private func named(_ name: String, _ arguments: [TypeReference], _ span: SourceSpan) -> CellType {
        if genericParameters.contains(name) { return .parameter(name) }
        // `S.Element`, the elements of a generic parameter that is a sequence.
        if name.hasSuffix(".Element"), genericParameters.contains(String(name.dropLast(8))) { return .parameter(name) }
        switch name {
        case "Void": return .void
        case "Never": return .never
        case "Any": return .any
        case "Self": if let selfType { return selfType }
        default: break
        }
        if let alias = localAliases[name] ?? names?.typeAliases[name] { return alias }
        if takesAnySequence, name == "AnySequence" { return nominal(BuiltIn.someSequence, arguments, span) }
        if let type = localTypes[name] ?? names?.types[name] ?? library.types[name] {
            return nominal(type, arguments, span)
        }
        if let alias = library.typeAliases[name] { return resolve(CellParser.type(alias)) }
        if library.protocols.contains(name) { return .existential(name) }
        if let type = within(name, arguments, span) { return type }
        if let way = library.leftOut[name] {
            report(.leftOut(name, at: span, hints: [way]))
            return .unknown
        }
        let near = NearestName.of(name, among: allNames)
        report(.unknownName(name, what: "type", at: span, meant: near))
        return .unknown
    }

    /// `Swift.Int` by its module, `String.Element` by its type.
    private func within(_ name: String, _ arguments: [TypeReference], _ span: SourceSpan) -> CellType? {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        let (outer, inner) = (String(name[..<dot]), String(name[name.index(after: dot)...]))
        if library.modules.contains(outer) { return named(inner, arguments, span) }
        var quiet = self
        quiet.report = { _ in }
        return Conformances(library: library).memberType(inner, of: quiet.named(outer, [], span))
    }

    private func member(_ name: String, of type: CellType, _ span: SourceSpan) -> CellType {
        if type.isUnknown { return .unknown }
        if let found = Conformances(library: library).memberType(name, of: type) { return found }
        let whole = "\(type.nominal?.name ?? "\(type)").\(name)"
        report(
            library.leftOut[whole].map { .leftOut(whole, at: span, hints: [$0]) }
                ?? .unknownName("\(type).\(name)", what: "type", at: span))
        return .unknown
    }

    private var allNames: [String] {
        Array(localTypes.keys) + Array(names?.types.keys ?? [:].keys) + Array(library.types.keys)
            + Array(library.typeAliases.keys)
    }

    private func nominal(_ type: NominalType, _ arguments: [TypeReference], _ span: SourceSpan) -> CellType {
        if arguments.count == type.genericParameters.count { return .nominal(type, arguments.map(resolve)) }
        if arguments.isEmpty {
            // `Array(…)` and `Range(…)`: what they hold is found by inference.
            return .nominal(type, type.genericParameters.map(open))
        }
        report(
            CellDiagnostic(
                "'\(type.name)' takes \(type.genericParameters.count) generic arguments, got \(arguments.count)",
                at: span))
        return .unknown
    }

    private func existential(_ name: String, _ span: SourceSpan) -> CellType {
        if library.protocols.contains(name) { return .existential(name) }
        report(.unknownName(name, what: "protocol", at: span))
        return .unknown
    }
}
