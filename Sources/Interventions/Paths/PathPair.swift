internal import HookedTransformers
internal import SessionSafety
internal import TensorCore

/// A clean and a corrupted run of one shape.
struct PathPair {
    let clean: VariantsBase
    let corrupted: VariantsBase
    let cleanTokens: Tensor
    let corruptedTokens: Tensor
    /// The first position at which a prompt is another one; the last one where none is.
    let first: Int

    /// - Throws: ``PathError/shapeMismatch(clean:corrupted:)``.
    init(_ model: HookedTransformer, _ tokens: any ModelInput, _ corruptedTokens: any ModelInput) throws {
        cleanTokens = try Self.tokens(tokens, model)
        self.corruptedTokens = try Self.tokens(corruptedTokens, model)
        guard cleanTokens.shape == self.corruptedTokens.shape else {
            throw PathError.shapeMismatch(clean: cleanTokens.shape, corrupted: self.corruptedTokens.shape)
        }
        let (a, b, length) = (cleanTokens.toIntArray(), self.corruptedTokens.toIntArray(), cleanTokens.shape[1])
        first = zip(a, b).enumerated().compactMap { $1.0 == $1.1 ? nil : $0 % length }.min() ?? length - 1
        clean = try model.variantsBase(cleanTokens)
        corrupted = try model.variantsBase(self.corruptedTokens)
    }

    /// [batch, position]
    private static func tokens(_ input: any ModelInput, _ model: HookedTransformer) throws -> Tensor {
        switch input.modelTokens {
        case .texts(let texts): return try model.toTokens(texts)
        case .rows(let rows):
            let length = rows.first?.count ?? 0
            guard rows.allSatisfy({ $0.count == length }) else { throw ModelError.unequalLengths(rows.map(\.count)) }
            return try Fault.catching { Tensor(rows.flatMap { $0 }, shape: [rows.count, length]) }
        case .tensor(let tensor):
            guard (1...2).contains(tensor.ndim) else { throw ModelError.badTokenShape(tensor.shape) }
            return tensor.ndim == 1 ? tensor.reshaped([1, tensor.count]) : tensor
        }
    }
}
