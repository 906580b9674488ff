/// The library's public face: all its types and declarations, with names resolved.
struct Library {
    private(set) var types: [String: LibraryType] = [:]
    private(set) var declarations: [LibraryDeclaration]
    /// By protocol, the types that have it without being the library's own: `Int`, `[String]`.
    private(set) var foreignConformances: [String: [SourceType]] = [:]

    init(_ reader: SourceReader) {
        declarations = reader.declarations
        for type in reader.types { types[type.name] = type }
        for conformance in reader.conformances where conformance.elementConstraint == nil { add(conformance) }
        // `extension Array: P where Element: Q`: arrays of what has Q.
        for conformance in reader.conformances {
            guard let constraint = conformance.elementConstraint, conformance.type == .named("Array", []) else {
                continue
            }
            for element in conformers(of: constraint) {
                add(LibraryConformance(type: .array(element), protocols: conformance.protocols))
            }
        }
        for index in declarations.indices { resolve(&declarations[index]) }
        declarations = Self.ordered(declarations)
    }

    /// Of overloads in one file, those of the types first that a literal has by itself: `[1, 2]` is integers.
    private static func ordered(_ declarations: [LibraryDeclaration]) -> [LibraryDeclaration] {
        var ordered: [LibraryDeclaration] = []
        var done: Set<String> = []
        let groups = Dictionary(grouping: declarations) { "\($0.target)/\($0.file) \($0.shortKey)" }
        for declaration in declarations {
            let group = "\(declaration.target)/\(declaration.file) \(declaration.shortKey)"
            guard done.insert(group).inserted else { continue }
            let members = (groups[group] ?? []).enumerated()
            ordered += members.sorted { ($0.element.literalRank, $0.offset) < ($1.element.literalRank, $1.offset) }
                .map(\.element)
        }
        return ordered
    }

    /// The order of files: by their names, whichever folder they lie in.
    static func isNamedBefore(_ file: String, _ other: String) -> Bool {
        func key(_ file: String) -> (Substring, String) {
            (file[(file.lastIndex(of: "/") ?? file.startIndex)...].drop { $0 == "/" }, file)
        }
        return key(file) < key(other)
    }

    private mutating func add(_ conformance: LibraryConformance) {
        for name in conformance.protocols {
            if types["\(conformance.type)"] != nil {
                types["\(conformance.type)"]?.conformances.insert(name)
            } else if types[name]?.kind == .proto {
                foreignConformances[name, default: []].append(conformance.type)
            }
        }
    }

    /// The types that have a protocol, in the order of the sources.
    func conformers(of name: String) -> [SourceType] {
        let own = types.values.filter { $0.conformances.contains(name) && $0.kind != .proto }.map(\.name).sorted()
        return (foreignConformances[name] ?? []) + own.map { .named($0, []) }
    }

    /// The library's protocols that a type has.
    func protocols(of type: String) -> [String] {
        let foreign = foreignConformances.filter {
            $0.value.contains { "\($0)" == type || $0.isArray && type == "Array" }
        }
        .keys
        let own = types[type]?.conformances.filter { types[$0]?.kind == .proto } ?? []
        return Set(foreign).union(own).sorted()
    }

    // MARK: Names

    private func resolve(_ declaration: inout LibraryDeclaration) {
        let owner = declaration.owner
        for index in declaration.parameters.indices {
            declaration.parameters[index].type = resolved(declaration.parameters[index].type, in: owner)
        }
        declaration.result = resolved(declaration.result, in: owner)
        if declaration.documentation.isEmpty { declaration.documentation = usualDocumentation(declaration) }
    }

    private func resolved(_ type: SourceType, in owner: String?) -> SourceType {
        var names: [String: SourceType] = [:]
        if let owner { names["Self"] = .named(owner, []) }
        for (name, type) in types {
            let nested = owner.map { name.hasPrefix($0 + ".") ? String(name.dropFirst($0.count + 1)) : nil } ?? nil
            if case .alias(let meaning) = type.kind {
                names[name] = meaning
                if let nested { names[nested] = meaning }
            } else if let nested {
                names[nested] = .named(name, [])
            }
        }
        return type.replacing(names)
    }

    /// What is to be said of a member that means the same everywhere.
    private func usualDocumentation(_ declaration: LibraryDeclaration) -> [String] {
        guard let owner = declaration.owner, declaration.isInstanceMember else { return [] }
        let value = owner.drop { $0.isUppercase }.isEmpty ? "value" : owner.prefix(1).lowercased() + owner.dropFirst()
        switch declaration.name {
        case "description":
            let isError = types[owner]?.conformances.contains("Error") ?? false
            return [
                isError
                    ? "/// What went wrong, and the way out: `error.description`."
                    : "/// The value as it prints: `\(value).description`."
            ]
        case "mimeBundle": return ["/// What front ends are given to show: `\(value).mimeBundle.plain`."]
        default: return []
        }
    }
}
