/// A token that is found in text as it is written, before anything is cut into words: `<|endoftext|>`, `[NAME]`.
struct AddedToken: Sendable, Hashable {
    let content: String
    let id: Int
    /// Whether white space in front of it goes with it, and is lost.
    var takesSpaceBefore = false
    /// Whether white space behind it goes with it, and is lost.
    var takesSpaceAfter = false
    /// Whether it counts only where no letter, digit or mark stands beside it.
    var isWholeWord = false
    /// Whether it is looked for after the others, in what the normalizer has made of the text.
    var isNormalized = false
}
