internal import CellHost
internal import CellMeaning
internal import CellSyntax
internal import CellValues

// Where names of other libraries are looked up: see ``OtherNames``.
extension Checker {
    /// What is told of a member that a type does not have: of `view`, and of `blocks[0].attn.W_Q` by its whole path.
    func otherName(_ name: String, at span: SourceSpan, on type: CellType, isStatic: Bool) -> String? {
        guard let owner = type.resolved.nominal?.name else { return nil }
        return library.otherName(path(name, from: span), on: isStatic ? owner + ".Type" : owner)
    }

    /// The same of a name that stands free.
    func otherName(_ name: String, at span: SourceSpan) -> String? { library.otherName(path(name, from: span)) }

    /// What is told of an operator that one of two types does not have.
    func otherOperator(_ name: String, _ types: CellType...) -> String? {
        types.lazy.compactMap { $0.nominal }.compactMap { self.library.otherName(name, on: $0.name) }.first
    }

    /// What is told of a value that is to become another type: `Double(t)`.
    func otherConversion(from source: CellType, to target: String) -> String? {
        source.nominal.flatMap { library.otherName("\(target)(", on: $0.name) }
    }

    /// What is told of the first label that a function does not have: `zmin:` of a picture.
    func otherLabel(_ arguments: [Argument], _ signatures: [Signature]) -> String? {
        let known = Set(signatures.flatMap(\.labels))
        return arguments.lazy.compactMap(\.label).filter { !known.contains($0) }
            .compactMap { label in self.library.otherName(label + ":", on: "labels") }
            .first { hint in known.contains { hint.contains("\($0):") } }
    }

    /// The members that the text goes on with behind a name, without arguments and indices: `blocks.attn.W_Q`.
    private func path(_ name: String, from span: SourceSpan) -> String {
        let rest = source[SourceSpan(start: span.start, end: span.start + 200)]
        guard rest.hasPrefix(name) else { return name }
        var path = ""
        var depth = 0
        for character in rest {
            switch character {
            case "[": depth += 1
            case "]": depth -= 1
            case _ where depth > 0: continue
            case _ where character.isLetter || character.isNumber || character == "_" || character == ".":
                path.append(character)
            default: return path
            }
        }
        return path
    }
}
