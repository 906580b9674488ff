public import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// Sentences that name the year in which something began and ask for the two digits of the year in which it ended.
///
/// ```swift
/// let data = try GreaterThanDataset(model, count: 256, seed: 0)
/// data.prompts[0]                                     // The siege went on from the year 1732 to the year 17
/// try data.probabilityDifference(try model(data))     // of all later years and all earlier ones: [batch]
/// ```
/// The task of Hanna et al. (2305.00586). Right are all two-digit tokens above the first year's, wrong all others down to the
/// century's beginning; ``PromptDataset/answerTokens`` has one of each, as far above as below. `.counterfactual` begins in the
/// year 01, so that nearly any answer is right. Positions: `YY` (the first year's two digits), `END`.
/// - Parameters:
///   - seed: the same sentences for the same seed, words and tokenizer.
///   - templates: with `{event}`, `{century}{year}` and, at the end, ` {century}`.
///   - events: kept if `" event"` is one token.
/// - Throws: ``DatasetError`` where the tokenizer has no tokens of two digits, or for more prompts than the words make.
public func GreaterThanDataset(
    _ model: HookedTransformer, count: Int, seed: Int = 0, templates: [String]? = nil, events: [String]? = nil,
    prependBOS: Bool? = nil
) throws -> PromptDataset {
    var notes: [String] = []
    let tokens = try WordTokens(model)
    let events = try tokens.kept(events ?? GreaterThan.events, called: "events", atLeast: 1, &notes)
    let centuries = try GreaterThan.centuries(tokens)
    guard !centuries.isEmpty else { throw DatasetError.noYears }
    let task = GreaterThan(
        model: model, prependBOS: prependBOS, templates: templates ?? GreaterThan.templates, events: events,
        centuries: centuries)
    return try task.dataset(count, seed, &notes)
}

/// A century whose years are its own token and one for the two digits.
struct Century: Sendable {
    var number: Int
    /// The token of each year, by its number.
    var years: [Int: Int]

    /// The years that something can begin in: at least one year of the century comes before, and one after.
    var starts: [Int] { years.keys.filter { $0 > (years.keys.min() ?? 0) && $0 < (years.keys.max() ?? 0) }.sorted() }
}

/// Makes the sentences.
struct GreaterThan {
    static let templates = [
        "The {event} went on from the year {century}{year} to the year {century}",
        "The {event} began in the year {century}{year} and ended in the year {century}",
    ]
    static let events = [
        "war", "siege", "reign", "trial", "conflict", "journey", "festival", "project", "strike", "campaign", "dispute",
        "mission", "crisis", "search", "peace", "debate", "drought", "training", "expedition", "rebellion",
    ]

    let model: HookedTransformer
    let prependBOS: Bool?
    let templates: [String]
    let events: [Word]
    let centuries: [Century]

    /// The centuries with most of their years as two tokens each.
    static func centuries(_ tokens: WordTokens) throws -> [Century] {
        try (11...17).compactMap { number in
            var years: [Int: Int] = [:]
            for year in 0..<100 {
                try Interruption.check()
                years[year] = try tokens.year(number, year < 10 ? "0\(year)" : "\(year)")?.year
            }
            return years.count >= 50 ? Century(number: number, years: years) : nil
        }
    }

    func dataset(_ count: Int, _ seed: Int, _ notes: inout [String]) throws -> PromptDataset {
        let templates = try usableTemplates(&notes)
        let starts = centuries.flatMap { century in century.starts.map { (century, $0) } }
        let possible = templates.count * events.count * starts.count
        guard count > 0, count <= possible else { throw DatasetError.badCount(count, possible: possible) }
        try MemoryBudget.check(count, of: 4096)
        var random = RandomGenerator(seed: UInt64(bitPattern: Int64(seed)))
        var used: Set<Int> = []
        var drawn: [GreaterThanSentence] = []
        while drawn.count < count {
            try Interruption.check()
            var number = Int.random(in: 0..<possible, using: &random)
            while !used.insert(number).inserted {
                try Interruption.check()
                number = (number + 1) % possible
            }
            let (century, year) = starts[number % starts.count]
            let rest = number / starts.count
            drawn.append(
                GreaterThanSentence(
                    template: templates[rest % templates.count], event: events[rest / templates.count],
                    century: century,
                    year: year))
        }
        return try dataset(drawn, notes)
    }

    private func dataset(_ drawn: [GreaterThanSentence], _ notes: [String]) throws -> PromptDataset {
        func each<Value>(_ part: (GreaterThanSentence) -> Value) throws -> [Value] {
            try drawn.map {
                try Interruption.check()
                return part($0)
            }
        }
        let texts = try each { $0.text($0.year) }
        let tokens = try model.toTokens(texts, prependBOS: prependBOS)
        var corruptions: [Corruption: CorruptedPrompts] = [:]
        if drawn.allSatisfy({ $0.century.years[1] != nil }) {
            let firsts = try each { $0.text(1) }
            corruptions[.counterfactual] = CorruptedPrompts(
                prompts: firsts, tokens: try model.toTokens(firsts, prependBOS: prependBOS))
        }
        let (ids, length) = (tokens.toIntArray(), tokens.shape[1])
        let places = drawn.enumerated().map { row, sentence in
            ids[(row * length)..<((row + 1) * length)].lastIndex { $0 == sentence.token }.map { $0 - row * length } ?? 0
        }
        return PromptDataset(
            name: "greater than", prompts: texts, tokens: tokens, right: try each(\.right), wrong: try each(\.wrong),
            positions: RolePositions([("YY", places), ("END", drawn.map { _ in length - 1 })]), notes: notes,
            corruptions: corruptions)
    }

    /// The templates of one length, each with all that it must have.
    private func usableTemplates(_ notes: inout [String]) throws -> [String] {
        var byLength: [Int: [String]] = [:]
        for template in templates {
            for part in ["{event}", "{century}{year}"] where !template.contains(part) {
                throw DatasetError.badTemplate(template, missing: part)
            }
            guard template.hasSuffix(" {century}") else {
                throw DatasetError.badTemplate(template, missing: "\" {century}\" at its end")
            }
            let century = centuries[0]
            let sentence = GreaterThanSentence(
                template: template, event: events[0], century: century, year: century.starts[0])
            let length = try model.toTokens(sentence.text(sentence.year), prependBOS: prependBOS).shape[1]
            byLength[length, default: []].append(template)
        }
        guard let best = byLength.max(by: { ($0.value.count, -$0.key) < ($1.value.count, -$1.key) }) else {
            throw DatasetError.noTemplate(["none is given"])
        }
        if best.value.count < templates.count {
            notes.append(
                "\(templates.count - best.value.count) of \(templates.count) templates have another length than "
                    + "\(best.key) tokens and fell out")
        }
        return best.value
    }
}

/// One sentence about two years.
struct GreaterThanSentence {
    var template: String
    var event: Word
    var century: Century
    var year: Int

    func text(_ year: Int) -> String {
        template.replacing("{event}", with: event.text).replacing("{year}", with: year < 10 ? "0\(year)" : "\(year)")
            .replacing("{century}", with: "\(century.number)")
    }

    var token: Int { century.years[year] ?? 0 }

    /// Later years; the one that stands as far above as the first wrong one below comes first.
    var right: [Int] { tokens(among: century.years.keys.filter { $0 > year }.sorted()) }
    /// The year itself and those before it, the nearest earlier one first.
    var wrong: [Int] { tokens(among: century.years.keys.filter { $0 < year }.sorted(by: >) + [year]) }

    private func tokens(among years: [Int]) -> [Int] { years.compactMap { century.years[$0] } }
}
