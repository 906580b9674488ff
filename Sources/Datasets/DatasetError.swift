/// What can be wrong with prompts, or with what is asked of them.
public enum DatasetError: Error, Hashable, Sendable {
    /// More prompts than there can be, or none.
    case badCount(Int, possible: Int)
    /// Words of which too few are a single token.
    case tooFewWords(String, found: Int, needed: Int, given: Int)
    /// Templates of which none can be used, each with the reason.
    case noTemplate([String])
    /// A template without a place that it must have.
    case badTemplate(String, missing: String)
    /// A kind of corrupted prompts that the dataset does not have.
    case noCorruption(Corruption, of: String, known: [Corruption])
    /// A dataset too small to take other prompts from.
    case tooFewToResample(Int)
    /// A role that no position is known of.
    case noRole(String, known: [String])
    /// A split that leaves a part without prompts.
    case badSplit(String, of: Int)
    /// A range that the prompts do not fill.
    case badRange(Int, Int, of: Int)
    /// Lists that must be as long as the prompts.
    case unequalCounts(String, given: Int, prompts: Int)
    /// Corrupted prompts with another number of tokens.
    case unequalLengths(String, prompt: Int, clean: Int, corrupted: Int)
    /// Logits of another number of prompts, or of no shape that logits have.
    case badLogits([Int], count: Int)
    /// Repeated sequences that the model has no room for.
    case badRepetition(String)
    /// A tokenizer that does not write years as a century and two digits.
    case noYears
    /// Tokens that are no prompts: not [batch, position], none, or not integers.
    case badTokens([Int], dtype: String)
    /// Positions outside of the prompts.
    case badPosition(role: String, position: Int, length: Int)
}

extension DatasetError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .badCount(let count, let possible):
            "count: \(count) prompts are asked for, and these words and templates make \(possible) different ones; "
                + "ask for 1 to \(possible), or give more words"
        case .tooFewWords(let what, let found, let needed, let given):
            "\(found) of the \(given) \(what) are a single token of this model's tokenizer, and \(needed) are needed; "
                + "give other \(what)"
        case .noTemplate(let reasons):
            "no template can be used: " + reasons.joined(separator: "; ")
        case .badTemplate(let template, let missing):
            "the template \"\(template)\" lacks \(missing)"
        case .noCorruption(let kind, let name, let known):
            "\(name) have no .\(kind.rawValue) version; they have "
                + (known.isEmpty ? "none" : known.map { ".\($0.rawValue)" }.joined(separator: ", "))
        case .tooFewToResample(let count):
            "resampling takes other prompts of the dataset, which has \(count); make at least 2"
        case .noRole(let role, let known):
            "there is no position \"\(role)\"; there are "
                + (known.isEmpty ? "none" : known.map { "\"\($0)\"" }.joined(separator: ", "))
        case .badSplit(let given, let count):
            "test: \(given) of \(count) prompts leaves a part without prompts; give a share such as 0.5, "
                + "or a number from 1 to \(max(1, count - 1))"
        case .badRange(let lower, let upper, let count):
            "\(lower)..<\(upper) are not prompts of a dataset of \(count); give a range within 0..<\(count)"
        default: furtherDescription
        }
    }

    private var furtherDescription: String {
        switch self {
        case .unequalCounts(let what, let given, let prompts):
            "\(what): \(given) are given for \(prompts) prompts; give one for each"
        case .unequalLengths(let what, let prompt, let clean, let corrupted):
            "\(what): the version of prompt \(prompt) has \(corrupted) tokens and the prompt \(clean); "
                + "positions can only be compared where both have the same number"
        case .badLogits(let shape, let count):
            "logits of shape \(shape) were given for \(count) prompts; expected [\(count), position, d_vocab]"
        case .badRepetition(let what): what
        case .noYears:
            "this model's tokenizer does not write years such as 1732 as a century and two digits, one token each"
        case .badTokens(let shape, let dtype):
            "tokens: \(dtype) of shape \(shape) is given; prompts are integers of shape [batch, position], one or more"
        case .badPosition(let role, let position, let length):
            "positions: \"\(role)\" has the position \(position), and prompts have \(length) tokens"
        default: "the prompts cannot be made"
        }
    }
}
