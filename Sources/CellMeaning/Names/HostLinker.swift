package import CellHost
package import CellSyntax
internal import CellValues

/// Turns the texts of a library's declarations into ``Signature``s, each when its name is first looked up, and keeps them.
package final class HostLinker {
    package let library: HostLibrary
    private var linked: [ObjectIdentifier: Result<Signature, HostProblem>] = [:]

    package init(library: HostLibrary) { self.library = library }

    /// The signature, or nil when the text is wrong (``HostLibrary/problems()`` tells why).
    package func signature(of declaration: HostDeclaration) -> Signature? { try? result(declaration).get() }

    func problem(in declaration: HostDeclaration) -> String? {
        guard case .failure(let problem) = result(declaration) else { return nil }
        return "\(declaration.owner.map { $0 + "." } ?? "")\(declaration.name): \(problem)"
    }

    private func result(_ declaration: HostDeclaration) -> Result<Signature, HostProblem> {
        if let linked = linked[ObjectIdentifier(declaration)] { return linked }
        let result = link(declaration)
        linked[ObjectIdentifier(declaration)] = result
        return result
    }

    private func link(_ declaration: HostDeclaration) -> Result<Signature, HostProblem> {
        switch CellParser.interface(declaration.text) {
        case .failure(let diagnostic): return .failure(HostProblem(description: diagnostic.message))
        case .success(let statement):
            switch statement.kind {
            case .function(let function): return link(function, declaration)
            case .variable(let variable): return link(variable, declaration)
            default:
                return .failure(HostProblem(description: "expected a function, initialiser, subscript or property"))
            }
        }
    }

    // MARK: Functions

    private func link(
        _ function: FunctionDeclaration, _ declaration: HostDeclaration
    ) -> Result<Signature, HostProblem> {
        var problems: [String] = []
        var resolver = resolver(for: declaration.owner) { problems.append($0) }
        resolver.genericParameters.formUnion(function.genericParameters.map(\.name))
        let selfType = resolver.selfType ?? .void
        var constraints: [(type: CellType, protocolName: String)] = []
        for parameter in function.genericParameters {
            if case .named(let name, _)? = parameter.constraint?.kind {
                constraints.append((.parameter(parameter.name), name))
            }
        }
        var parameterResolver = resolver
        parameterResolver.takesAnySequence = true
        let parameters = function.parameters.map { signatureParameter($0, parameterResolver) }
        var result = function.result.map(resolver.resolve) ?? .void
        let kind: Signature.Kind
        switch function.kind {
        case .function: kind = .function
        case .subscripted: kind = .subscripted
        case .initializer(let failable):
            kind = .initializer(isFailable: failable)
            result = failable ? .optional(selfType) : selfType
        }
        var sameTypes: [(CellType, CellType)] = []
        for requirement in function.requirements {
            switch requirement {
            case .conforms(let type, let constraint):
                if case .named(let name, _) = constraint.kind { constraints.append((resolver.resolve(type), name)) }
            case .same(let left, let right): sameTypes.append((resolver.resolve(left), resolver.resolve(right)))
            }
        }
        for constraint in constraints where !library.protocols.contains(constraint.protocolName) {
            problems.append("unknown protocol '\(constraint.protocolName)'")
        }
        if let problem = problems.first { return .failure(HostProblem(description: problem)) }
        return .success(
            Signature(
                kind: kind, name: function.name, owner: declaration.owner, isStatic: function.isStatic,
                isMutating: function.isMutating, genericParameters: function.genericParameters.map(\.name),
                constraints: constraints, sameTypes: sameTypes, parameters: parameters,
                throwing: HostLinker.throwing(function.throwing), result: result,
                isSettable: declaration.setter != nil,
                isReadable: function.accessors?.getter != nil || function.accessors == nil,
                documentation: function.documentation,
                implementation: .host(declaration)))
    }

    private func signatureParameter(_ parameter: Parameter, _ resolver: TypeResolver) -> SignatureParameter {
        SignatureParameter(
            label: parameter.label, name: parameter.name, type: resolver.resolve(parameter.type),
            isInOut: parameter.isInOut, isVariadic: parameter.isVariadic, isAutoclosure: parameter.isAutoclosure,
            defaultValue: parameter.defaultValue)
    }

    package static func throwing(_ throwing: FunctionDeclaration.Throwing) -> Signature.Throwing {
        switch throwing {
        case .never: .never
        case .always: .always
        case .whenArgumentsDo: .whenArgumentsDo
        }
    }

    // MARK: Properties

    private func link(
        _ variable: VariableDeclaration, _ declaration: HostDeclaration
    ) -> Result<Signature, HostProblem> {
        var problems: [String] = []
        let resolver = resolver(for: declaration.owner) { problems.append($0) }
        guard let binding = variable.bindings.first, let type = binding.type else {
            return .failure(HostProblem(description: "a property needs a type"))
        }
        let result = resolver.resolve(type)
        if let problem = problems.first { return .failure(HostProblem(description: problem)) }
        let isThrowing = binding.accessors?.getter?.isThrowing ?? false
        return .success(
            Signature(
                kind: .property, name: declaration.name, owner: declaration.owner, isStatic: variable.isStatic,
                parameters: [], throwing: isThrowing ? .always : .never, result: result,
                isSettable: declaration.setter != nil, documentation: variable.documentation,
                implementation: .host(declaration)))
    }

    private func resolver(for owner: String?, report: @escaping (String) -> Void) -> TypeResolver {
        var resolver = TypeResolver(library: library)
        resolver.report = { report($0.message) }
        guard let owner else { return resolver }
        if let type = library.types[owner] {
            resolver.genericParameters = Set(type.genericParameters)
            resolver.selfType = .nominal(type, type.genericParameters.map { .parameter($0) })
        } else {
            // A member of a protocol: what the receiver is, and what it holds.
            if !library.protocols.contains(owner) { report("unknown type '\(owner)'") }
            resolver.genericParameters = ["Element", "Self"]
            resolver.selfType = .parameter("Self")
        }
        return resolver
    }
}
