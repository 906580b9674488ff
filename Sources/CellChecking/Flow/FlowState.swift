internal import CellMeaning

/// Which variables and stored properties have a value where the walk stands.
struct FlowState {
    /// Set on every way that leads here.
    var set: Set<FlowKey> = []
    /// Set on some way that leads here.
    var maybe: Set<FlowKey> = []
    /// Whether any way leads here.
    var isReached = true

    static var unreached: FlowState { FlowState(isReached: false) }

    mutating func assign(_ key: FlowKey) {
        set.insert(key)
        maybe.insert(key)
    }

    /// Where two ways come together.
    func joined(with other: FlowState) -> FlowState {
        if !isReached { return other }
        if !other.isReached { return self }
        return FlowState(set: set.intersection(other.set), maybe: maybe.union(other.maybe))
    }
}

/// What can be without a value.
enum FlowKey: Hashable {
    case variable(ObjectIdentifier)
    /// A stored property of what an initialiser makes.
    case field(Int)
    /// All of what an initialiser makes, of an enum or by `self.init`.
    case whole

    static func of(_ variable: Variable) -> FlowKey { .variable(ObjectIdentifier(variable)) }
}
