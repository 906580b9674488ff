internal import TensorCore

/// An activation of which only the changed tokens were computed; the others are the base run's.
struct PartialActivation {
    /// The base run's: [batch, position, …]
    let base: Tensor
    /// The changed tokens': [token, 1, …]; nothing where nothing changed.
    var changed: Tensor

    /// Nothing is under way.
    static let none = PartialActivation(base: Tensor(), changed: Tensor())

    /// The activation of every token: [batch, position, …]
    func full(_ tokens: ChangedTokens) throws -> Tensor { try tokens.overlay(changed, on: base) }

    /// The same activation for more tokens.
    mutating func regrow(from tokens: ChangedTokens, to grown: ChangedTokens) throws {
        if base.count > 0 { changed = try grown.pack(full(tokens)) }
    }
}
