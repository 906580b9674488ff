internal import CellHost
internal import CellMeaning
internal import CellSyntax
internal import CellValues

// Where names of other libraries are looked up: see ``OtherNames``.
extension Checker {
    /// What is told of a member that a type does not have: of `view`, and of `blocks[0].attn.W_Q` by its whole path.
    func otherName(_ name: String, at span: SourceSpan, on type: CellType, isStatic: Bool) -> String? {
        guard let owner = type.resolved.nominal?.name else { return nil }
        return otherName(name, at: span, on: isStatic ? owner + ".Type" : owner)
    }

    /// The same of a name that stands free.
    func otherName(_ name: String, at span: SourceSpan, on owner: String = "") -> String? {
        let text = source[SourceSpan(start: span.start, end: span.start + 400)]
        let (path, indices) = path(name, beginning: text)
        return library.otherName(path, on: owner) {
            // A letter that the end has cut in two is none.
            var call = TypedCall(beginning: text.last == "\u{FFFD}" ? String(text.dropLast()) : text)
            if call == nil, !indices.isEmpty { call = TypedCall(operands: []) }
            call?.indices = indices
            return call
        }
    }

    /// What is told of an operator that one of two types does not have.
    func otherOperator(_ name: String, _ operands: CheckedExpression...) -> String? {
        operands.lazy.compactMap { $0.type.nominal }.compactMap { owner in
            self.library.otherName(name, on: owner.name) {
                TypedCall(operands: operands.map { self.source[$0.span] })
            }
        }.first
    }

    /// What is told of a value that is to become another type: `Double(t)`.
    func otherConversion(from source: CellType, to target: String) -> String? {
        source.nominal.flatMap { library.otherName("\(target)(", on: $0.name) }
    }

    /// What is told of the first label that a function does not have: `zmin:` of a picture.
    func otherLabel(_ arguments: [Argument], _ signatures: [Signature]) -> String? {
        let known = Set(signatures.flatMap(\.labels))
        return arguments.lazy.compactMap(\.label).filter { !known.contains($0) }
            .compactMap { label in self.library.otherLabel(label) { TypedCall(arguments, in: self.source) } }
            .first { hint in known.contains { hint.contains("\($0):") } }
    }

    /// The members that the text goes on with behind a name, without arguments and indices: `blocks.attn.W_Q`; and the indices.
    private func path(_ name: String, beginning text: String) -> (path: String, indices: [String]) {
        guard text.hasPrefix(name) else { return (name, []) }
        var (path, indices, depth) = ("", [String](), 0)
        for character in text {
            switch character {
            case "[":
                if depth == 0 { indices.append("") } else { indices[indices.count - 1].append(character) }
                depth += 1
            case "]":
                depth -= 1
                if depth > 0 { indices[indices.count - 1].append(character) }
                if depth < 0 { return (path, indices) }
            case _ where depth > 0: indices[indices.count - 1].append(character)
            case _ where character.isLetter || character.isNumber || character == "_" || character == ".":
                path.append(character)
            default: return (path, indices)
            }
        }
        return (path, indices)
    }
}
