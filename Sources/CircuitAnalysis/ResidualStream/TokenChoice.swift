public import TensorCore

/// One token, or one for each prompt or position: a text that is a single token, an id, arrays of them, or an integer
/// tensor.
///
/// ```swift
/// try model.tokensToResidualDirections(" Mary")                  // [d_model]
/// try model.tokensToResidualDirections([" Mary", " John"])       // [2, d_model]
/// try model.tokensToResidualDirections(answerTokens)             // [batch, 2, d_model]
/// ```
public protocol TokenChoice {
    /// The choice in one of the forms that a model understands.
    var chosenTokens: ChosenTokens { get }
}

/// The forms of a ``TokenChoice``.
public enum ChosenTokens: Sendable {
    /// Texts that are a single token each.
    case texts([String], shape: [Int])
    /// Token ids.
    case ids(Tensor)
}

/// What arrays that are a ``TokenChoice`` consist of.
public protocol TokenChoiceElement {
    /// The choice that `elements` together are.
    static func chosenTokens(_ elements: [Self]) -> ChosenTokens
}

extension String: TokenChoice, TokenChoiceElement {
    public var chosenTokens: ChosenTokens { .texts([self], shape: []) }
    public static func chosenTokens(_ elements: [String]) -> ChosenTokens { .texts(elements, shape: [elements.count]) }
}

extension Int: TokenChoice, TokenChoiceElement {
    public var chosenTokens: ChosenTokens { .ids(Tensor(self)) }
    public static func chosenTokens(_ elements: [Int]) -> ChosenTokens { .ids(Tensor(elements)) }
}

extension Array: TokenChoice where Element: TokenChoiceElement {
    public var chosenTokens: ChosenTokens { Element.chosenTokens(self) }
}

extension Tensor: TokenChoice {
    public var chosenTokens: ChosenTokens { .ids(self) }
}
