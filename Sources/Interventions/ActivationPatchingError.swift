/// What can keep an activation from being patched.
public enum ActivationPatchingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The cached run had another shape than the patched one.
    case shapeMismatch(hook: String, run: [Int], cache: [Int])
    /// The cached activation lacks axes, as after its batch axis was removed.
    case tooFewAxes(hook: String, cache: [Int])

    public var description: String {
        switch self {
        case .shapeMismatch(let hook, let run, let cache):
            "\(hook) has the shape \(run) in this run and \(cache) in the cache; "
                + "both runs need the same number of prompts and positions"
        case .tooFewAxes(let hook, let cache):
            "\(hook) has the shape \(cache) in the cache, which lacks an axis; use a cache with its batch axis"
        }
    }
}
