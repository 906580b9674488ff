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

    /// The same token, to be found by another text.
    func withContent(_ content: String) -> AddedToken {
        AddedToken(
            content: content, id: id, takesSpaceBefore: takesSpaceBefore, takesSpaceAfter: takesSpaceAfter,
            isWholeWord: isWholeWord, isNormalized: isNormalized)
    }

    /// The same text with another id.
    func withID(_ id: Int) -> AddedToken {
        AddedToken(
            content: content, id: id, takesSpaceBefore: takesSpaceBefore, takesSpaceAfter: takesSpaceAfter,
            isWholeWord: isWholeWord, isNormalized: isNormalized)
    }
}
