internal import HookedTransformers
internal import TensorCore

/// A clean and a corrupted run of one shape.
struct PathPair {
    let clean: VariantsBase
    let corrupted: VariantsBase
    let cleanTokens: Tensor
    let corruptedTokens: Tensor
    /// The first position at which a prompt is another one; the last one where none is.
    let first: Int

    /// - Throws: ``PathError/shapeMismatch(clean:corrupted:)``; `ModelError` for prompts of unequal lengths.
    init(_ model: HookedTransformer, _ tokens: any ModelInput, _ corruptedTokens: any ModelInput) throws {
        cleanTokens = try model.tokenMatrix(tokens)
        self.corruptedTokens = try model.tokenMatrix(corruptedTokens)
        guard cleanTokens.shape == self.corruptedTokens.shape else {
            throw PathError.shapeMismatch(clean: cleanTokens.shape, corrupted: self.corruptedTokens.shape)
        }
        let (a, b, length) = (cleanTokens.toIntArray(), self.corruptedTokens.toIntArray(), cleanTokens.shape[1])
        first = zip(a, b).enumerated().compactMap { $1.0 == $1.1 ? nil : $0 % length }.min() ?? length - 1
        clean = try model.variantsBase(cleanTokens)
        corrupted = try model.variantsBase(self.corruptedTokens)
    }
}
