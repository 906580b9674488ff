/// A named place in a computation where an activation passes by, as a hook closure sees it.
///
/// ```swift
/// Hook("blocks.3.attn.hook_z") { z, hook in
///     z = try cleanCache[hook.name]        // hook.name is "blocks.3.attn.hook_z", hook.layer is 3
/// }
/// ```
public struct HookPoint: Sendable, Hashable {
    /// The full name, such as `blocks.3.attn.hook_z`.
    public let name: String

    /// The number that is the second part of the name; nil where there is none, as at `hook_embed`.
    public let layer: Int?

    /// The hook point called `name`.
    public init(_ name: String) {
        self.name = name
        let parts = name.split(separator: ".", maxSplits: 2)
        layer = parts.count > 1 ? Int(parts[1]) : nil
    }
}

extension HookPoint: CustomStringConvertible {
    public var description: String { name }
}
