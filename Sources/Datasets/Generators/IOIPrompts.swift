internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// Makes a dataset of drawn sentences about two people.
struct IOIPrompts {
    let drawn: [(template: IOITemplate, fill: IOIFill)]
    let words: IOIVocabulary
    let model: HookedTransformer
    let prependBOS: Bool?

    func dataset(_ notes: [String], _ random: inout RandomGenerator) throws -> PromptDataset {
        let clean = try version { $0.sentence($1.people.first, $1.people.second, giver: $1.wrong, $1) }
        var corruptions: [Corruption: CorruptedPrompts] = [:]
        corruptions[.swapped] = try version { $0.sentence($1.people.first, $1.people.second, giver: $1.right, $1) }
        var notes = notes
        if words.names.count >= 5 {
            corruptions[.counterfactual] = try version { template, fill in
                let others = self.others(than: fill, &random)
                return template.sentence(others[0], others[1], giver: others[2], fill)
            }
        } else {
            notes.append("\(words.names.count) names are too few for counterfactual prompts, which need 5")
        }
        return PromptDataset(
            name: "indirect objects", prompts: clean.prompts, tokens: clean.tokens,
            right: drawn.map { [$0.fill.right.token] }, wrong: drawn.map { [$0.fill.wrong.token] },
            positions: try positions(clean.tokens), notes: notes, corruptions: corruptions)
    }

    private func version(_ sentence: (IOITemplate, IOIFill) throws -> String) throws -> CorruptedPrompts {
        let texts = try drawn.map {
            try Interruption.check()
            return try sentence($0.template, $0.fill)
        }
        return CorruptedPrompts(prompts: texts, tokens: try model.toTokens(texts, prependBOS: prependBOS))
    }

    /// Three names that the sentence does not have.
    private func others(than fill: IOIFill, _ random: inout RandomGenerator) -> [Word] {
        var others: [Word] = []
        while others.count < 3 {
            let name = words.names[Int.random(in: 0..<words.names.count, using: &random)]
            if name != fill.right, name != fill.wrong, !others.contains(name) { others.append(name) }
        }
        return others
    }

    private func positions(_ tokens: Tensor) throws -> RolePositions {
        let (ids, length) = (tokens.toIntArray(), tokens.shape[1])
        var (io, first, second): ([Int], [Int], [Int]) = ([], [], [])
        for (row, sentence) in drawn.enumerated() {
            try Interruption.check()
            let own = Array(ids[(row * length)..<((row + 1) * length)])
            guard let right = own.firstIndex(of: sentence.fill.right.token),
                let early = own.firstIndex(of: sentence.fill.wrong.token),
                let late = own.lastIndex(of: sentence.fill.wrong.token)
            else { throw DatasetError.noTemplate(["\"\(sentence.template.text)\" loses a name"]) }
            io.append(right)
            first.append(early)
            second.append(late)
        }
        return RolePositions([
            ("IO", io), ("S1", first), ("S1+1", first.map { $0 + 1 }), ("S2", second),
            ("END", drawn.map { _ in length - 1 }),
        ])
    }
}
