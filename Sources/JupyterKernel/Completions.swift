/// What could replace a part of a cell's text.
public struct Completions: Sendable {
    /// One entry of the list.
    public struct Match: Sendable, Equatable {
        /// What is inserted.
        public var text: String
        /// `function`, `property`, `variable`, `type`, `keyword`, `module`, `path`, …; shown as an icon.
        public var kind: String
        /// Shown beside the text, such as `(dim: Int) -> Tensor`.
        public var signature: String?

        public init(_ text: String, kind: String, signature: String? = nil) {
            self.text = text
            self.kind = kind
            self.signature = signature
        }
    }

    /// The part of the cell's text that a match replaces.
    public var replacing: Range<String.Index>
    public var matches: [Match]

    public init(replacing: Range<String.Index>, matches: [Match]) {
        self.replacing = replacing
        self.matches = matches
    }
}
