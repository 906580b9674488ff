public import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// Sentences in which one of two people gives something, and the model is to say to whom: the indirect object.
///
/// ```swift
/// let data = try IOIDataset(model, count: 512, seed: 0)
/// data.prompts[0]                             // When Paul and Nora went to the lake, Paul gave the key to
/// try data.corrupted(.swapped).prompts[0]     // When Paul and Nora went to the lake, Nora gave the key to
/// try data.positions["S2"]                    // [batch]
/// ```
/// The task of Wang et al. (2211.00593). Half of the sentences name the giver first, no two are the same, all have one number
/// of tokens. `.swapped` has the other one give, `.counterfactual` is about three others.
/// Positions: `IO`, `S1`, `S1+1`, `S2`, `END`.
/// - Parameters:
///   - seed: the same sentences for the same seed, words and tokenizer.
///   - templates: with `{A}`, `{B}`, `{S}`, and if wanted `{place}` and `{object}`, a space before each. Those of one length
///     are used: the length that most of them have.
///   - names: kept if `" name"` is one token; `places` and `objects` likewise. ``PromptDataset/notes`` says how many fell out.
/// - Throws: ``DatasetError`` for fewer than two names, or more prompts than the words make.
public func IOIDataset(
    _ model: HookedTransformer, count: Int, seed: Int = 0, templates: [String]? = nil, names: [String]? = nil,
    places: [String]? = nil, objects: [String]? = nil, prependBOS: Bool? = nil
) throws -> PromptDataset {
    var notes: [String] = []
    let tokens = try WordTokens(model)
    let words = IOIVocabulary(
        names: try tokens.kept(names ?? IOIWords.names, called: "names", atLeast: 2, &notes),
        places: try tokens.kept(places ?? IOIWords.places, called: "places", atLeast: 1, &notes),
        objects: try tokens.kept(objects ?? IOIWords.objects, called: "objects", atLeast: 1, &notes))
    let usable = try IOITemplates(templates ?? IOIWords.templates, words, model, prependBOS, &notes)
    var random = RandomGenerator(seed: UInt64(bitPattern: Int64(seed)))
    let drawn = try usable.draw(count, &random)
    return try IOIPrompts(drawn: drawn, words: words, model: model, prependBOS: prependBOS).dataset(notes, &random)
}

/// The templates that have one number of tokens with these words.
struct IOITemplates {
    private var templates: [IOITemplate] = []
    private let words: IOIVocabulary

    init(
        _ texts: [String], _ words: IOIVocabulary, _ model: HookedTransformer, _ prependBOS: Bool?,
        _ notes: inout [String]
    ) throws {
        self.words = words
        var byLength: [Int: [IOITemplate]] = [:]
        var reasons: [String] = []
        for text in texts {
            let template = try IOITemplate(text)
            let fill = template.fill(0, words)
            let ids = try model.toTokens(
                template.sentence(fill.people.first, fill.people.second, giver: fill.wrong, fill),
                prependBOS: prependBOS
            ).toIntArray()
            if ids.count(where: { $0 == fill.right.token }) == 1, ids.count(where: { $0 == fill.wrong.token }) == 2 {
                byLength[ids.count, default: []].append(template)
            } else {
                reasons.append("\"\(text)\" does not have each name as one token; put a space before {A}, {B} and {S}")
            }
        }
        let best = byLength.max { ($0.value.count, -$0.key) < ($1.value.count, -$1.key) }
        guard let best else { throw DatasetError.noTemplate(reasons.isEmpty ? ["none is given"] : reasons) }
        templates = best.value
        let others = texts.count - templates.count - reasons.count
        if others > 0 {
            notes.append(
                "\(others) of \(texts.count) templates have another length than \(best.key) tokens and fell out")
        }
        notes += reasons
    }

    /// Different sentences, the templates in turn.
    func draw(_ count: Int, _ random: inout RandomGenerator) throws -> [(template: IOITemplate, fill: IOIFill)] {
        let possible = templates.map { $0.possible(words) }
        let all = possible.reduce(0, +)
        guard count > 0, count <= all else { throw DatasetError.badCount(count, possible: all) }
        try MemoryBudget.check(count, of: 2048)
        var used = templates.map { _ in Set<Int>() }
        var drawn: [(template: IOITemplate, fill: IOIFill)] = []
        var turn = 0
        while drawn.count < count {
            try Interruption.check()
            defer { turn = (turn + 1) % templates.count }
            guard used[turn].count < possible[turn] else { continue }
            var number = Int.random(in: 0..<possible[turn], using: &random)
            while !used[turn].insert(number).inserted {
                try Interruption.check()
                number = (number + 1) % possible[turn]
            }
            drawn.append((templates[turn], templates[turn].fill(number, words)))
        }
        return drawn
    }
}
