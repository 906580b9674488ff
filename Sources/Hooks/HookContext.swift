internal import Synchronization
public import TensorCore

/// What hooks at one hook point remember from run to run: tensors by name.
///
/// ```swift
/// let summing = Hook(actName("mlp_out", 3)) { out, hook in
///     hook.ctx["sum"] = (hook.ctx["sum"] ?? Tensor(0.0)) + out          // over all runs: [batch, position, d_model]
/// }
/// model.hookDict[actName("mlp_out", 3)]?.ctx["sum"]
/// ```
/// One for each hook point of a model, for all hooks there; it lasts until
/// `resetHooks(includingPermanent:clearContexts:)` empties it.
public final class HookContext: Sendable {
    private let tensors = Mutex<[String: Tensor]>([:])

    init() {}

    /// The tensor of that name; nil where none was kept. Assigning nil forgets it.
    ///
    /// `hook.ctx["sum"] = (hook.ctx["sum"] ?? Tensor(0.0)) + z`
    public subscript(_ name: String) -> Tensor? {
        get { tensors.withLock { $0[name] } }
        set { tensors.withLock { $0[name] = newValue } }
    }

    /// The names, in alphabetical order.
    public var keys: [String] { tensors.withLock { $0.keys.sorted() } }

    /// Forgets everything.
    public func removeAll() { tensors.withLock { $0 = [:] } }
}

extension HookContext: CustomStringConvertible {
    public var description: String {
        let all = tensors.withLock { $0 }.sorted { $0.key < $1.key }
        return "HookContext: "
            + (all.isEmpty ? "empty" : all.map { "\($0.key) \($0.value.shape)" }.joined(separator: ", "))
    }
}
