/// What may stand at the cursor.
package struct CellCompletions: Sendable {
    /// The bytes (UTF-8) of the cell that an item replaces.
    package var replaced: Range<Int>
    package var items: [CellCompletion]

    package init(replaced: Range<Int>, items: [CellCompletion]) {
        self.replaced = replaced
        self.items = items
    }
}

/// One name, label or text that may stand at the cursor.
package struct CellCompletion: Sendable, Hashable {
    /// What it is, in the words that front ends have icons for.
    package enum Kind: String, Sendable { case function, instance, `class`, property, param, keyword, text, magic }

    package var text: String
    package var kind: Kind
    /// Of a variable or property: `Tensor`.
    package var type: String?
    /// Of a function: `func gather(dim: Int, index: Tensor) -> Tensor`.
    package var signature: String?
    /// One sentence.
    package var documentation: String?

    package init(
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
package struct CellInspection: Sendable, Hashable {
    package var plain: String
    package var markdown: String
}
