/// Where the gradients of edge attribution are taken.
///
/// `try edgeAttribution(model, tokens, corruptedTokens, method: .eapIG(steps: 5), metric: metric)`
public enum EdgeMethod: Sendable, Hashable {
    /// At the clean run: one run forwards and back. Syed et al. (2310.10348).
    case eap
    /// Along the line from the corrupted to the clean token embeddings, at k / steps for k below steps: EAP-IG (inputs). Hanna et al.
    /// (2403.17806).
    case eapIG(steps: Int)
    /// Along the line between each component's own outputs, one layer's heads or MLP after the other, the rest being clean: EAP-IG
    /// (activations).
    case eapIGActivations(steps: Int)
    /// At the clean and at the corrupted run, averaged.
    case cleanCorrupted
}
