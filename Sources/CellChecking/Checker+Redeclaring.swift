internal import CellMeaning
internal import CellSyntax
internal import CellValues

/// A cell that is run again: what stands in it as before is what it was before.
extension Checker {
    /// The session's types whose declarations stand there again as they were, and name what they named then.
    func unchanged(_ declarations: [TypeDeclaration]) -> [String: NominalType] {
        let own = Dictionary(declarations.map { ($0.name, $0) }) { first, _ in first }
        var same: [String: NominalType] = [:]
        for declaration in declarations {
            guard let known = names.types[declaration.name], known.origin?.text == source[declaration.span] else {
                continue
            }
            same[declaration.name] = known
        }
        // One that names another that has changed has changed with it.
        var count = -1
        while count != same.count {
            count = same.count
            same = same.filter { name, known in
                guard let origin = known.origin else { return false }
                return origin.text.words.subtracting([name]).allSatisfy { word in
                    (own[word] == nil || same[word] != nil) && names.types[word] == origin.types[word]
                        && names.typeAliases[word] == origin.aliases[word]
                }
            }
        }
        return same
    }

    /// Keeps what the types of the cell were declared as.
    func noteOrigins(_ declarations: [TypeDeclaration]) {
        for declaration in declarations {
            let text = source[declaration.span]
            let words = text.words.subtracting([declaration.name])
            let known = { (word: String) in (word, self.block.types[word] ?? self.names.types[word]) }
            let aliases = { (word: String) in (word, self.block.typeAliases[word] ?? self.names.typeAliases[word]) }
            block.types[declaration.name]?.user?.origin = TypeOrigin(
                cell: source.name, text: text,
                types: Dictionary(uniqueKeysWithValues: words.map(known)).compactMapValues { $0 },
                aliases: Dictionary(uniqueKeysWithValues: words.map(aliases)).compactMapValues { $0 })
        }
    }

    // MARK: Types that were declared anew

    /// What is wrong when a value's type has the name of the one that is wanted, and is of another cell.
    func redeclared(from source: CellType, to target: CellType) -> (mistake: Mistake, hints: [String])? {
        for given in source.nominals {
            guard let wanted = target.nominals.first(where: { $0.name == given.name && $0 != given }) else { continue }
            let name = given.name
            let isNew =
                (block.chain.lazy.compactMap { $0.types[name] }.first { _ in true } ?? names.types[name]) == given
            let old = isNew ? wanted : given
            let type = redeclared(old)
            if !isNew {
                return (.valueOfRedeclared(type), ["run the cell that makes the value again"])
            }
            guard let callee else {
                return (.redeclaredIsWanted(type), ["run the cell again that makes what holds the earlier one"])
            }
            return (.takesRedeclared(callee, type), ["run the cell that declares '\(callee)' again"])
        }
        return nil
    }

    /// A type of an earlier cell, with that cell where it is known.
    func redeclared(_ type: NominalType) -> Mistake.RedeclaredType {
        Mistake.RedeclaredType(name: type.name, cell: type.origin.map(\.cell).flatMap { $0 == source.name ? nil : $0 })
    }

    /// Whether a value's type is one that a later declaration of its name has replaced.
    func isReplaced(_ type: NominalType) -> Bool {
        guard type.kind == .structure || type.kind == .enumeration, type.origin != nil else { return false }
        guard let now = globalBlock.types[type.name] ?? names.types[type.name] else { return false }
        return now != type
    }
}

extension String {
    /// The names in a piece of Swift, its keywords and the words of its texts among them.
    fileprivate var words: Set<String> {
        Set(split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
    }
}

extension CellType {
    /// The named types that it is made of.
    fileprivate var nominals: [NominalType] {
        switch resolved {
        case .nominal(let type, let arguments): [type] + arguments.flatMap(\.nominals)
        case .tuple(let elements): elements.flatMap(\.type.nominals)
        case .function(let function): function.parameters.flatMap(\.type.nominals) + function.result.nominals
        case .metatype(let type): type.nominals
        default: []
        }
    }
}
