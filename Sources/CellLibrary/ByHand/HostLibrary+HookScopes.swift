internal import CellHost
internal import CellValues
internal import SwiftLens

extension HostLibrary {
    /// Runs whose closure may give anything.
    func bindHookScopes() {
        declare(
            """
            /// Runs a closure with hooks that fire in every run inside it, and takes them away afterwards.
            ///
            /// `let (logits, cache) = try model.withHooks([ablation]) { try model.runWithCache(tokens) }`
            func withHooks<Result>(_ hooks: [Hook], _ body: () throws -> Result) throws -> Result
            """, on: "HookedTransformer"
        ) { (model: HookedTransformer, hooks: [Hook], body: CellFunction) -> CellValue in
            try model.withHooks(hooks) { try body.call() }
        }
    }
}
