public import CellInterpreter
internal import SwiftLens

extension RunReuse: HostObject {}
extension Recompute: HostObject {}

extension HostLibrary {
    /// What a model keeps of earlier runs.
    func bindReuse() {
        type(
            "RunReuse", RunReuse.self, doc: "What a model keeps of earlier runs, so that runs with hooks cost less.",
            describe: { $0.description })
        type(
            "Recompute", Recompute.self,
            doc: "How much of a run with hooks is computed when its tokens were run before.")
        declare("/// What the hooks change; the rest is reused.\nstatic let changed: Recompute", on: "Recompute") {
            Recompute.changed
        }
        declare("/// Everything, as if the tokens were new.\nstatic let everything: Recompute", on: "Recompute") {
            Recompute.everything
        }
        declare(
            """
            /// What is kept of earlier runs, and how much may be: `model.reuse.byteLimit = 1_000_000_000`.
            var reuse: RunReuse { get set }
            """, on: "HookedTransformer", get: { (model: HookedTransformer) in model.reuse },
            set: { (model: inout HookedTransformer, new: RunReuse) in model.reuse = new })
        declare(
            "/// The most bytes that are kept, 96 MB unless set; 0 computes every run whole.\nvar byteLimit: Int { get set }",
            on: "RunReuse", get: { (reuse: RunReuse) in reuse.byteLimit },
            set: { (reuse: inout RunReuse, new: Int) in reuse.byteLimit = new })
        declare(
            "/// Caches of up to so many bytes, 64 MB unless set, are kept whole; of larger ones, a part is computed when it is read.\nvar wholeCacheByteLimit: Int { get set }",
            on: "RunReuse", get: { (reuse: RunReuse) in reuse.wholeCacheByteLimit },
            set: { (reuse: inout RunReuse, new: Int) in reuse.wholeCacheByteLimit = new })
        declare("/// The bytes that are kept now.\nvar byteCount: Int", on: "RunReuse") { (reuse: RunReuse) in
            reuse.byteCount
        }
        declare("/// The number of runs whose logits nobody has read yet.\nvar waitingCount: Int", on: "RunReuse") {
            (reuse: RunReuse) in reuse.waitingCount
        }
        declare("/// The number of runs that are kept now.\nvar runCount: Int", on: "RunReuse") { (reuse: RunReuse) in
            reuse.runCount
        }
        declare(
            "/// Lets go of everything that is kept: `model.reuse.removeAll()`.\nmutating func removeAll()",
            on: "RunReuse",
            mutating: { (reuse: inout RunReuse) in reuse.removeAll() })
    }
}
