/// What the generator leaves alone: what is bound by hand, and what is not for cells.
struct Exceptions {
    let handWritten: HandWritten
    /// Keys of declarations and types, each with its reason.
    let notForCells: [String: String]

    private let handWrittenKeys: Set<String>
    private let handWrittenShortKeys: Set<String>

    init(_ handWritten: HandWritten, notForCells: [String: String], library: Library) {
        self.handWritten = handWritten
        self.notForCells = notForCells
        handWrittenKeys = Set(handWritten.declarations.map(\.key))
        // One that has no exact counterpart stands for the library's of the same labels.
        let known = Set(library.declarations.map(\.key))
        handWrittenShortKeys = Set(handWritten.declarations.filter { !known.contains($0.key) }.map(\.shortKey))
    }

    func isBound(_ type: LibraryType) -> Bool {
        if case .alias = type.kind { return false }
        return !isExcluded(type.name) && !handWritten.types.contains(type.name)
    }

    func isGenerated(_ declaration: LibraryDeclaration, _ library: Library) -> Bool {
        !isNotForCells(declaration, library) && !isHandWritten(declaration)
    }

    func isHandWritten(_ declaration: LibraryDeclaration) -> Bool {
        handWrittenKeys.contains(declaration.key) || handWrittenShortKeys.contains(declaration.shortKey)
    }

    func isNotForCells(_ declaration: LibraryDeclaration, _ library: Library) -> Bool {
        if let owner = declaration.owner, isExcluded(owner) { return true }
        return keys(of: declaration, library).contains { notForCells[$0] != nil }
    }

    /// The entries that no declaration and no type needs any more.
    func unused(_ library: Library) -> [String] {
        var used = Set(library.declarations.flatMap { keys(of: $0, library) })
        for type in library.types.keys { used.insert(type) }
        return notForCells.keys.filter { !used.contains($0) }.sorted()
    }

    /// A type, or one that it is nested in.
    private func isExcluded(_ type: String) -> Bool {
        if notForCells[type] != nil { return true }
        return type.lastIndex(of: ".").map { isExcluded(String(type[..<$0])) } ?? false
    }

    /// The names under which a declaration may be listed: its own, with any owner, and as a protocol's requirement.
    private func keys(of declaration: LibraryDeclaration, _ library: Library) -> [String] {
        let owner = declaration.owner ?? ""
        let any = declaration.shortKey.dropFirst(owner.isEmpty ? 0 : owner.count + 1)
        let required = library.protocols(of: owner).filter {
            library.types[$0]?.requirements.contains(declaration.name) ?? false
        }
        return [declaration.key, declaration.shortKey, "*.\(any)"] + required
            + required.map { "\($0).\(declaration.name)" }
    }
}
