package import CellMeaning
internal import CellSyntax
package import CellValues

/// The names that a block of statements declares.
package final class BlockNames {
    let parent: BlockNames?
    package var variables: [String: Variable] = [:]
    package var functions: [String: [Signature]] = [:]
    package var types: [String: NominalType] = [:]
    package var typeAliases: [String: CellType] = [:]
    /// Functions of the block by where they stand, until their bodies are checked.
    var pendingFunctions: [SourceSpan: (Signature, UserFunction)] = [:]

    /// Local functions whose bodies are checked at the block's end, when all of its variables are known.
    var waitingBodies: [() -> Void] = []
    /// Of the body of a local type's member: the type, which what stands around it is out of reach for.
    var typeBoundary: String?

    init(parent: BlockNames?) { self.parent = parent }

    /// From this block outwards.
    package var chain: some Sequence<BlockNames> { sequence(first: self) { $0.parent } }

    /// Whether it is the outermost block itself.
    func isGlobal(_ global: BlockNames) -> Bool { self === global }
}
