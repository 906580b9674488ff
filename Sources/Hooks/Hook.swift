public import TensorCore

/// A closure that reads or changes an activation while a model runs, and where it does so.
///
/// ```swift
/// let ablation = Hook("blocks.9.attn.hook_z") { z, hook in
///     z[0..., -1, 6, 0...] = 0                            // head 6 at the last position
/// }
/// let logits = try model.runWithHooks(tokens, fwdHooks: [ablation])
/// ```
/// The activation may be changed in place or replaced, by one of the same shape; nothing is broadcast.
public struct Hook {
    /// What a hook does: it is given the activation, and the hook point that it passes.
    public typealias Body = (inout Tensor, HookPoint) throws -> Void

    /// Where a hook fires.
    public enum Site {
        /// At the hook point of this full name.
        case name(String)
        /// At every hook point whose name the closure accepts.
        case filter((String) throws -> Bool)
    }

    /// Where the hook fires.
    public let site: Site

    /// What it does there.
    public let body: Body

    /// A hook at the hook point with the full name `name`; `actName("z", 9)` writes such names.
    ///
    /// `Hook(actName("z", 9)) { z, hook in z[0..., -1, 6, 0...] = 0 }`
    public init(_ name: String, _ body: @escaping Body) {
        site = .name(name)
        self.body = body
    }

    /// A hook at every hook point whose name `filter` accepts.
    ///
    /// ```swift
    /// Hook({ $0.hasSuffix("hook_pattern") }) { pattern, hook in … }
    /// ```
    public init(_ filter: @escaping (String) throws -> Bool, _ body: @escaping Body) {
        site = .filter(filter)
        self.body = body
    }
}
