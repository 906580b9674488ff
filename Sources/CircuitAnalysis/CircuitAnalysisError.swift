/// What can keep a prompt from being tested, or a matrix from being looked at.
public enum CircuitAnalysisError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A prompt without tokens.
    case emptyPrompt
    /// An answer without tokens.
    case emptyAnswer
    /// More of the likeliest tokens than there are, or none.
    case badTopK(Int, dVocab: Int)
    /// A number of vectors that is none.
    case badCount(Int)

    public var description: String {
        switch self {
        case .emptyPrompt: "the prompt has no tokens; give at least one token, or leave prependBOS on"
        case .emptyAnswer: "answer: is empty; give a text of at least one token"
        case .badTopK(let count, let dVocab): "topK is \(count); it has to be 1 to \(dVocab) (cfg.dVocabOut)"
        case .badCount(let count): "count is \(count); it has to be at least 1"
        }
    }
}
