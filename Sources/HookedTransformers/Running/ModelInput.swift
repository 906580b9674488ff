public import TensorCore

/// What a model can be run on: text, several texts, token ids, several rows of them, or an integer tensor.
///
/// ```swift
/// try model("When John and Mary went to the shops,")
/// try model([50256, 2215, 1757])
/// try model(tokens)                       // [position] or [batch, position]
/// ```
public protocol ModelInput {
    /// The input in one of the forms that a model understands.
    var modelTokens: ModelTokens { get }
}

/// The forms of a ``ModelInput``.
public enum ModelTokens: Sendable {
    /// Texts, still to be encoded.
    case texts([String])
    /// Rows of token ids, perhaps of unequal lengths.
    case rows([[Int]])
    /// An integer tensor, [position] or [batch, position].
    case tensor(Tensor)
}

/// What arrays that are a ``ModelInput`` consist of.
public protocol ModelInputElement {
    /// The input that `elements` together are.
    static func modelTokens(_ elements: [Self]) -> ModelTokens
}

extension String: ModelInput, ModelInputElement {
    public var modelTokens: ModelTokens { .texts([self]) }
    public static func modelTokens(_ elements: [String]) -> ModelTokens { .texts(elements) }
}

extension Int: ModelInputElement {
    public static func modelTokens(_ elements: [Int]) -> ModelTokens { .rows([elements]) }
}

extension Array: ModelInputElement where Element == Int {
    public static func modelTokens(_ elements: [[Int]]) -> ModelTokens { .rows(elements) }
}

extension Array: ModelInput where Element: ModelInputElement {
    public var modelTokens: ModelTokens { Element.modelTokens(self) }
}

extension Tensor: ModelInput {
    public var modelTokens: ModelTokens { .tensor(self) }
}
