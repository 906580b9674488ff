/// The names that a block of statements declares.
final class BlockNames {
    let parent: BlockNames?
    var variables: [String: Variable] = [:]
    var functions: [String: [Signature]] = [:]
    var types: [String: NominalType] = [:]
    var typeAliases: [String: CellType] = [:]

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
}
