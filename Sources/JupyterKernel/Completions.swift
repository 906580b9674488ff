/// What could replace a part of a cell's text.
package struct Completions: Sendable {
    /// One entry of the list.
    package struct Match: Sendable, Equatable {
        /// What is inserted.
        package var text: String
        /// `function`, `property`, `variable`, `type`, `keyword`, `module`, `path`, …; shown as an icon.
        package var kind: String
        /// Shown beside the text, such as `(dim: Int) -> Tensor`.
        package var signature: String?

        package init(_ text: String, kind: String, signature: String? = nil) {
            self.text = text
            self.kind = kind
            self.signature = signature
        }
    }

    /// The part of the cell's text that a match replaces.
    package var replacing: Range<String.Index>
    package var matches: [Match]

    package init(replacing: Range<String.Index>, matches: [Match]) {
        self.replacing = replacing
        self.matches = matches
    }
}
