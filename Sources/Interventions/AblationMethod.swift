public import Hooks
internal import TensorCore

/// What a head's output is replaced by.
///
/// ```swift
/// methods: [.resample(from: cache), .zero, .mean(over: cache)]
/// ```
public struct AblationMethod {
    /// What the method is called in titles: `zero`.
    public let name: String

    /// The replacement for one head: given the cached run's z (or nil), [batch, d_head] or [batch, position, d_head].
    let replacement: (_ reference: Tensor?) -> Tensor
    let reference: ActivationCache?

    init(_ name: String, reference: ActivationCache? = nil, replacement: @escaping (Tensor?) -> Tensor) {
        self.name = name
        self.reference = reference
        self.replacement = replacement
    }
}

extension AblationMethod {
    /// Nothing at all.
    public static var zero: AblationMethod { AblationMethod("zero") { _ in Tensor(0.0) } }

    /// The same head's output in another run, prompt by prompt: activation patching.
    public static func resample(from cache: ActivationCache) -> AblationMethod {
        AblationMethod("resample", reference: cache) { $0 ?? Tensor(0.0) }
    }

    /// The mean of the head's output over the prompts of a run, the same for every prompt.
    public static func mean(over cache: ActivationCache) -> AblationMethod {
        AblationMethod("mean", reference: cache) { $0?.mean(dim: 0, keepdim: true) ?? Tensor(0.0) }
    }

    /// For each prompt, the mean of the head's output over its own d_head coordinates.
    ///
    /// It depends on the basis of the head's space, and after `refactorFactoredAttnMatrices` on its signs; kept because
    /// published notebooks use it.
    public static func meanOverHeadDimension(of cache: ActivationCache) -> AblationMethod {
        AblationMethod("mean over d_head", reference: cache) { $0?.mean(dim: -1, keepdim: true) ?? Tensor(0.0) }
    }
}
