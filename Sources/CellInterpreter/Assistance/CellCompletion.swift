/// What may stand at the cursor.
public struct CellCompletions: Sendable {
    /// The bytes (UTF-8) of the cell that an item replaces.
    public var replaced: Range<Int>
    public var items: [CellCompletion]

    public init(replaced: Range<Int>, items: [CellCompletion]) {
        self.replaced = replaced
        self.items = items
    }
}

/// One name, label or text that may stand at the cursor.
public struct CellCompletion: Sendable, Hashable {
    /// What it is, in the words that front ends have icons for.
    public enum Kind: String, Sendable { case function, instance, `class`, property, param, keyword, text, magic }

    public var text: String
    public var kind: Kind
    /// Of a variable or property: `Tensor`.
    public var type: String?
    /// Of a function: `func gather(dim: Int, index: Tensor) -> Tensor`.
    public var signature: String?
    /// One sentence.
    public var documentation: String?

    public init(
        _ text: String, kind: Kind, type: String? = nil, signature: String? = nil, documentation: String? = nil
    ) {
        self.text = text
        self.kind = kind
        self.type = type
        self.signature = signature
        self.documentation = documentation
    }
}

/// What is known of the name at the cursor.
public struct CellInspection: Sendable, Hashable {
    public var plain: String
    public var markdown: String
}
