/// What can keep an activation from being patched.
public enum ActivationPatchingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The cached run had another shape than the patched one.
    case shapeMismatch(hook: String, run: [Int], cache: [Int])
    /// The cached activation lacks axes, as after its batch axis was removed.
    case tooFewAxes(hook: String, cache: [Int])
    /// Axes that do not name places.
    case badAxes([Int], hook: String, cache: [Int])
    /// A part of a query or key, where all of it decides about the pattern.
    case splitVector(hook: String)
    /// A metric gave tensors of different shapes; [] stands for a number.
    case metricShape(first: [Int], found: [Int])

    public var description: String {
        switch self {
        case .shapeMismatch(let hook, let run, let cache):
            "\(hook) has the shape \(run) in this run and \(cache) in the cache; "
                + "both runs need the same number of prompts and positions"
        case .tooFewAxes(let hook, let cache):
            "\(hook) has the shape \(cache) in the cache, which lacks an axis of the site; use a cache with its batch axis"
        case .badAxes(let axes, let hook, let cache):
            "axes: \(axes) do not name places in \(hook) of shape \(cache); give axes from 0 to \(cache.count - 1) in rising order"
        case .splitVector(let hook):
            "qkFix: works out what whole queries and keys at \(hook) do to the pattern, and the site's axes cut them; "
                + "leave axis 3 out, or give qkFix: false"
        case .metricShape(let first, let found):
            "the metric gave \(Self.words(found)) here and \(Self.words(first)) before; "
                + "it has to give a number each time, or tensors of one shape"
        }
    }

    private static func words(_ shape: [Int]) -> String {
        shape.isEmpty ? "a number" : "a tensor of shape \(shape)"
    }
}
