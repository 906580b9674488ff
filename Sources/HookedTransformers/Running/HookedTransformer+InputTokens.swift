internal import SessionSafety
package import TensorCore

extension HookedTransformer {
    /// The tokens of an input that has to be a rectangle: [batch, position].
    /// - Throws: ``ModelError`` for prompts of unequal lengths, and for a tensor of another shape.
    package func tokenMatrix(_ input: any ModelInput) throws -> Tensor {
        switch input.modelTokens {
        case .texts(let texts): return try toTokens(texts)
        case .rows(let rows):
            let length = rows.first?.count ?? 0
            guard rows.allSatisfy({ $0.count == length }) else { throw ModelError.unequalLengths(rows.map(\.count)) }
            return try Fault.catching { Tensor(rows.flatMap { $0 }, shape: [rows.count, length]) }
        case .tensor(let tensor):
            guard (1...2).contains(tensor.ndim) else { throw ModelError.badTokenShape(tensor.shape) }
            return tensor.ndim == 1 ? tensor.reshaped([1, tensor.count]) : tensor
        }
    }

    /// The tokens of each prompt, each at its own length; one empty prompt where a tensor has no tokens, however many rows.
    /// - Throws: ``ModelError`` for a tensor of another shape.
    package func tokenRows(_ input: any ModelInput, prependBOS: Bool?) throws -> [[Int]] {
        switch input.modelTokens {
        case .texts(let texts): return try texts.map { try toTokens($0, prependBOS: prependBOS).toIntArray() }
        case .rows(let rows): return rows
        case .tensor(let tokens):
            guard (1...2).contains(tokens.ndim) else { throw ModelError.badTokenShape(tokens.shape) }
            if tokens.count == 0 { return [[]] }
            if tokens.ndim == 1 { return [try tokens.ints()] }
            return try (0..<tokens.shape[0]).map { row in try Fault.catching { try tokens[row].ints() } }
        }
    }
}
