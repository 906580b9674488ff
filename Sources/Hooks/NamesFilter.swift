/// Which activations a cache keeps: one full name, a list of names, or all.
///
/// ```swift
/// let (_, cache) = try model.runWithCache(tokens, namesFilter: ["blocks.0.attn.hook_pattern", "hook_embed"])
/// ```
public protocol NamesFilter {
    /// The names that pass.
    var namesSelection: NamesSelection { get }
}

/// A choice among the names of hook points.
public enum NamesSelection: NamesFilter {
    /// Every hook point.
    case all
    /// These, by full name; an unknown one is an error.
    case names(_ names: [String])
    /// Those that the closure accepts.
    case matching(_ filter: (String) throws -> Bool)

    public var namesSelection: NamesSelection { self }
}

extension String: NamesFilter {
    public var namesSelection: NamesSelection { .names([self]) }
}

extension [String]: NamesFilter {
    public var namesSelection: NamesSelection { .names(self) }
}
