/// A named place in a computation where an activation passes by, as a hook closure sees it.
///
/// ```swift
/// Hook("blocks.3.attn.hook_z") { z, hook in
///     z = try cleanCache[hook.name]        // hook.name is "blocks.3.attn.hook_z", hook.layer is 3
/// }
/// ```
public struct HookPoint: Sendable {
    /// The full name, such as `blocks.3.attn.hook_z`.
    public let name: String

    /// The number that is the second part of the name; nil where there is none, as at `hook_embed`.
    public let layer: Int?

    /// What hooks remember here from run to run: `hook.ctx["sum"] = sum`.
    public let ctx: HookContext

    /// A hook point called `name` that belongs to no model; a model's own are in its `hookDict`.
    public init(_ name: String) { self.init(name, ctx: HookContext()) }

    package init(_ name: String, ctx: HookContext) {
        self.name = name
        self.ctx = ctx
        let parts = name.split(separator: ".", maxSplits: 2)
        layer = parts.count > 1 ? Int(parts[1]) : nil
    }
}

extension HookPoint: Hashable {
    public static func == (a: HookPoint, b: HookPoint) -> Bool { a.name == b.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension HookPoint: CustomStringConvertible {
    public var description: String { name }
}
