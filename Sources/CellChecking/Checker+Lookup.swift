internal import CellHost
package import CellMeaning
package import CellSyntax
package import CellValues

/// One meaning of a name: what it is called on, and what its generic parameters stand for there.
package struct Candidate {
    package var signature: Signature
    package var receiver: CheckedExpression?
    /// Of the owner's generic parameters.
    var substitution: [String: CellType] = [:]

    /// Whether a declaration on a protocol that says less of a type takes the same arguments, and so is never meant.
    fileprivate func hides(_ other: Signature, _ types: [String: CellType]) -> Bool {
        guard other.parameters.count == signature.parameters.count else {
            return false
        }
        return zip(signature.parameters, other.parameters).allSatisfy { own, its in
            guard own.label == its.label else { return false }
            let (x, y) = (own.type.substituting(substitution), its.type.substituting(types))
            // A function that may not throw, behind `lazy`, stands before one that may.
            if let x = x.functionType, let y = y.functionType { return x.parameters == y.parameters }
            return x == y
        }
    }
}

/// What a name means.
package enum Found {
    case variable(Variable)
    case field(CheckedExpression, index: Int)
    case candidates([Candidate])
    case type(CellType)
    case nothing
}

extension Checker {
    /// The library's declarations of a name on a type, or free ones.
    package func declared(_ name: String, on owner: String = "") -> [Signature] {
        var signatures = library.declarations[owner]?[name]?.compactMap { linker.signature(of: $0) } ?? []
        signatures += extended(name, owner)
        return signatures
    }

    /// What extensions add; those of this cell stand in the place of earlier ones.
    private func extended(_ name: String, _ owner: String) -> [Signature] {
        guard let earlier = names.extensions[owner]?[name] else { return declarations.extensions[owner]?[name] ?? [] }
        guard let new = declarations.extensions[owner]?[name] else { return earlier }
        return earlier.filter { old in !new.contains { $0.takesPlace(of: old) } } + new
    }

    /// The library's declarations on its own types, and what the session's extensions add to any.
    func declaredOrExtended(_ name: String, on type: NominalType) -> [Signature] {
        if type.kind == .host || type.kind == .builtIn { return declared(name, on: type.name) }
        // One that has been declared anew since has lost them.
        if let known = names.types[type.name], known != type { return [] }
        return extended(name, type.name)
    }

    /// A static stored property.
    func staticVariable(_ name: String, of type: NominalType?) -> Variable? {
        guard let type else { return nil }
        if let own = type.statics[name] { return own }
        if let known = names.types[type.name], known != type { return nil }
        return declarations.statics[type.name]?[name] ?? names.statics[type.name]?[name]
    }

    /// What a user's type has of a name, by itself and by extensions.
    func ownMembers(_ name: String, of type: NominalType) -> [Signature] {
        (type.members[name] ?? []) + declaredOrExtended(name, on: type)
    }

    /// What a name means here: the innermost declaration wins.
    package func look(up name: String, _ span: SourceSpan) -> Found {
        var leftType: String?
        for block in block.chain where block !== globalBlock {
            if let found = look(up: name, in: block) {
                if let leftType { refuseCapture(name, found, leftType, span) }
                return found
            }
            if let type = block.typeBoundary { leftType = type }
        }
        if let own = ownMember(name, span) { return own }
        if let found = look(up: name, in: globalBlock) { return found }
        if let variable = names.variables[name] { return .variable(variable) }
        var functions = names.functions[name]?.map { Candidate(signature: $0) } ?? []
        if functions.isEmpty { functions = declared(name).map { Candidate(signature: $0) } }
        if !functions.isEmpty { return .candidates(functions) }
        if name == "Self", let own = context.ownType, own.genericParameters.isEmpty { return .type(.nominal(own, [])) }
        let type = TypeResolver(library: library, names: names).resolve(TypeReference(.named(name, []), span))
        return type.isUnknown ? .nothing : .type(type)
    }

    private func look(up name: String, in block: BlockNames) -> Found? {
        if let variable = block.variables[name] { return .variable(variable) }
        if let own = block.functions[name] {
            // Those of earlier cells that are called in another way are still there.
            let functions = block === globalBlock ? declarations.functions[name] ?? own : own
            return .candidates(functions.map { Candidate(signature: $0) })
        }
        if let type = block.types[name] { return .type(.nominal(type, [])) }
        return block.typeAliases[name].map { .type($0) }
    }

    /// `count` for `self.count` within a method.
    private func ownMember(_ name: String, _ span: SourceSpan) -> Found? {
        if let own = context.selfVariable {
            let receiver = variable(own, span)
            if let index = own.type.nominal?.fields.firstIndex(where: { $0.name == name }) {
                return .field(receiver, index: index)
            }
            let candidates = members(of: own.type, name, receiver: receiver)
            if !candidates.isEmpty { return .candidates(candidates) }
        }
        if let type = context.ownType {
            if let found = staticVariable(name, of: type) { return .variable(found) }
            let candidates = staticMembers(of: .nominal(type, []), name)
            if !candidates.isEmpty, context.selfVariable == nil { return .candidates(candidates) }
        }
        return nil
    }

    /// A local type's members see no variables of the function around it.
    private func refuseCapture(_ name: String, _ found: Found, _ type: String, _ span: SourceSpan) {
        guard case .variable(let variable) = found, variable.scope != nil else { return }
        error(
            .typeClosesOver(name), at: span,
            hints: ["give '\(type)' a property for it"])
    }

    // MARK: Members

    /// Methods, computed properties and subscripts of a value.
    package func members(of type: CellType, _ name: String, receiver: CheckedExpression?) -> [Candidate] {
        var result: [Candidate] = []
        func add(_ signatures: [Signature], _ substitution: [String: CellType], unlessHidden: Bool = false) {
            let before = result
            for signature in signatures where !signature.isStatic {
                if case .initializer = signature.kind { continue }
                if unlessHidden, before.contains(where: { $0.hides(signature, substitution) }) { continue }
                result.append(Candidate(signature: signature, receiver: receiver, substitution: substitution))
            }
        }
        let resolved = type.resolved
        if case .existential(let name_) = resolved {
            add(declared(name, on: name_), ["Self": resolved])
            if name_ != "Any" { for type in ["Any"] { add(declared(name, on: type), ["Self": resolved]) } }
        }
        guard case .nominal(let nominal, let arguments) = resolved else { return result }
        let own = Dictionary(zip(nominal.genericParameters, arguments)) { first, _ in first }
        add(nominal.members[name] ?? [], own)
        add(declaredOrExtended(name, on: nominal), own)
        if let element = conformances.element(of: resolved) {
            let shared = ["Element": element, "Self": resolved]
            for owner in conformances.sequenceProtocols(of: resolved) {
                add(declared(name, on: owner), shared, unlessHidden: true)
            }
        }
        for shared in sharedOwners where conformances.has(resolved, shared) {
            add(declared(name, on: shared), ["Self": resolved])
        }
        return result
    }

    private static let sequenceProtocols: Set<String> = [
        "Sequence", "Collection", "BidirectionalCollection", "RandomAccessCollection", "LazySequenceProtocol",
    ]

    /// The protocols, but for sequences, that members are declared on.
    private var sharedOwners: [String] {
        library.declarations.keys.filter { library.protocols.contains($0) && !Checker.sequenceProtocols.contains($0) }
            .sorted()
    }

    /// Static functions and properties, cases and initialisers (`init`) of a type.
    package func staticMembers(of type: CellType, _ name: String) -> [Candidate] {
        guard case .nominal(let nominal, let arguments) = type.resolved else { return [] }
        let own = Dictionary(zip(nominal.genericParameters, arguments)) { first, _ in first }
        var signatures = nominal.members[name] ?? []
        signatures += declaredOrExtended(name, on: nominal)
        return signatures.filter { signature in
            if case .initializer = signature.kind { return true }
            return signature.isStatic
        }.map { Candidate(signature: $0, receiver: nil, substitution: own) }
    }

    // MARK: Names that might have been meant

    func nearestName(_ name: String) -> String? {
        var all = Set(
            block.chain.flatMap { Array($0.variables.keys) + Array($0.functions.keys) + Array($0.types.keys) })
        all.formUnion(names.variables.keys)
        all.formUnion(names.functions.keys)
        all.formUnion(names.types.keys)
        all.formUnion(library.types.keys)
        if let free = library.declarations[""] { all.formUnion(free.keys.filter { $0.first?.isLetter == true }) }
        if let fields = context.selfVariable?.type.nominal?.fields { all.formUnion(fields.map(\.name)) }
        return NearestName.of(name, among: all.sorted())
    }

    package func memberNames(of type: CellType, isStatic: Bool) -> [String] {
        let resolved = type.resolved
        if case .tuple(let elements) = resolved { return elements.enumerated().map { $1.label ?? "\($0)" } }
        var owners: [String] = []
        var all: Set<String> = []
        if case .existential(let name) = resolved { owners.append(name) }
        if case .nominal(let nominal, _) = resolved {
            owners.append(nominal.name)
            all.formUnion(isStatic ? Array(nominal.statics.keys) : nominal.fields.map(\.name))
            all.formUnion(nominal.members.filter { $0.value.contains { $0.isStatic == isStatic } }.keys)
            if !isStatic {
                owners += conformances.sequenceProtocols(of: resolved)
                owners += sharedOwners.filter { conformances.has(resolved, $0) }
            }
        }
        for owner in owners {
            for (name, list) in library.declarations[owner] ?? [:]
            where name.first?.isLetter == true || name.first == "_" {
                if list.contains(where: { HostLinker.isStatic($0) == isStatic }) { all.insert(name) }
            }
            for table in [names.extensions, declarations.extensions] { all.formUnion((table[owner] ?? [:]).keys) }
            if isStatic {
                for table in [names.statics, declarations.statics] { all.formUnion((table[owner] ?? [:]).keys) }
            }
        }
        return all.subtracting(["init", "subscript"]).sorted()
    }
}

extension HostLinker {
    /// Whether a declaration is static, told from its text without parsing.
    static func isStatic(_ declaration: HostDeclaration) -> Bool {
        let code = declaration.text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("///") }
        return code.first.map { $0.drop { $0 == " " }.hasPrefix("static ") } ?? false
    }
}
