public import CellInterpreter
internal import SwiftLens

extension CompositionMode: HostObject {}
extension SingularVectorSource: HostObject {}

extension HostLibrary {
    /// What weights alone say about circuits.
    func bindCircuits() {
        type(
            "CompositionMode", CompositionMode.self, doc: "Through which input a head reads what an earlier head wrote."
        )
        type(
            "SingularVectorSource", SingularVectorSource.self,
            doc: "A matrix whose singular vectors are looked at through the unembedding.")
        bindCompositionScores()
        bindSingularVectors()
    }

    private func bindCompositionScores() {
        let modes: [(CompositionMode, String)] = [
            (.Q, "Through its queries."), (.K, "Through its keys."), (.V, "Through its values."),
        ]
        for (mode, sentence) in modes {
            declare("/// \(sentence)\nstatic let \(mode.rawValue): CompositionMode", on: "CompositionMode") { mode }
        }
        declare(
            """
            /// How much of what each head writes each later head reads, [layer, head, later layer, later head].
            ///
            /// `let scores = try model.allCompositionScores(.K)`
            func allCompositionScores(_ mode: CompositionMode) throws -> Tensor
            """, on: "HookedTransformer"
        ) { (model: HookedTransformer, mode: CompositionMode) in try model.allCompositionScores(mode) }
        declare(
            """
            /// How much of what each matrix of `left` writes each of `right` reads, ‖L · R‖ / (‖L‖ · ‖R‖): [left, right].
            ///
            /// `let scores = try compositionScores(model.OV[4], model.QK[5].T)`
            func compositionScores(_ left: FactoredMatrix, _ right: FactoredMatrix) throws -> Tensor
            """
        ) { (left: FactoredMatrix, right: FactoredMatrix) in try compositionScores(left, right) }
    }

    private func bindSingularVectors() {
        declare(
            "/// What a head moves, by the directions it writes: `.OV(head: 6)`.\nstatic func OV(head: Int) -> SingularVectorSource",
            on: "SingularVectorSource"
        ) { (head: Int) in SingularVectorSource.OV(head: head) }
        declare(
            "/// What the neurons of a layer read.\nstatic let wIn: SingularVectorSource", on: "SingularVectorSource"
        ) { SingularVectorSource.wIn }
        declare(
            "/// What the neurons of a layer write.\nstatic let wOut: SingularVectorSource", on: "SingularVectorSource"
        ) { SingularVectorSource.wOut }
        declare(
            """
            /// The tokens that a matrix's strongest directions stand for, [d_vocab, vector].
            ///
            /// `let vectors = try model.singularVectors(.OV(head: 6), layer: 9, count: 5)`
            func singularVectors(_ source: SingularVectorSource, layer: Int, count: Int = 10) throws -> Tensor
            """, on: "HookedTransformer"
        ) { (model: HookedTransformer, source: SingularVectorSource, layer: Int, count: Int) in
            try model.singularVectors(source, layer: layer, count: count)
        }
    }
}
