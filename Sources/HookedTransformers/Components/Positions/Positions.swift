package import TensorCore

/// How a model knows where a token stands.
package protocol Positions: ModelPart {
    /// The model's hook points before the blocks, beside `hook_embed`.
    var hookNames: [String] { get }
    /// The steps of a block between projecting and attending; the first carries out the norms of queries and keys where the
    /// model has any.
    func steps(afterNorms hasNorms: Bool) -> [any BlockStep]
    /// The hook points of these steps, in the order in which TransformerLens registers them.
    var blockHooks: [BlockHook] { get }
    /// W_pos: [n_ctx, d_model]; nil where positions have no vectors.
    var table: Tensor? { get }

    /// Adds to the embedded tokens what says where they stand.
    func add(in pass: inout ForwardPass) throws
    /// Whether what says where tokens stand is added to what queries and keys are made of, in every block.
    var areAddedPerBlock: Bool { get }
    /// What is added then, [batch, position, d_model]; nil where nothing is.
    func added(in pass: ForwardPass) throws -> Tensor?
    /// Takes the mean over d_model off what it adds to the residual stream.
    mutating func center() throws
}

extension Positions {
    package var hookNames: [String] { [] }
    package func steps(afterNorms hasNorms: Bool) -> [any BlockStep] { [] }
    package var blockHooks: [BlockHook] { [] }
    package var table: Tensor? { nil }
    package var areAddedPerBlock: Bool { false }
    package func added(in pass: ForwardPass) -> Tensor? { nil }
    package func add(in pass: inout ForwardPass) {}
    package mutating func center() {}
}
