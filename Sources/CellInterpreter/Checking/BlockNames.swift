internal import CellSyntax

/// The names that a block of statements declares.
final class BlockNames {
    let parent: BlockNames?
    var variables: [String: Variable] = [:]
    var functions: [String: [Signature]] = [:]
    var types: [String: NominalType] = [:]
    var typeAliases: [String: CellType] = [:]
    /// Functions of the block by where they stand, until their bodies are checked.
    var pendingFunctions: [SourceSpan: (Signature, UserFunction)] = [:]

    init(parent: BlockNames?) { self.parent = parent }

    /// From this block outwards.
    var chain: [BlockNames] {
        var result: [BlockNames] = []
        var block: BlockNames? = self
        while let current = block {
            result.append(current)
            block = current.parent
        }
        return result
    }

    /// Whether it is the outermost block itself.
    func isGlobal(_ global: BlockNames) -> Bool { self === global }
}
