extension Signature {
    /// Whether another one takes the same labels and types.
    package func isSame(as other: Signature) -> Bool {
        name == other.name && isStatic == other.isStatic && parameters.count == other.parameters.count
            && zip(parameters, other.parameters).allSatisfy {
                $0.label == $1.label && $0.type == $1.type && $0.isInOut == $1.isInOut && $0.isVariadic == $1.isVariadic
            } && result == other.result && (throwing == .never) == (other.throwing == .never)
    }

    /// Whether one that is declared in a later cell stands in the place of another: it is called in the same way.
    package func takesPlace(of other: Signature) -> Bool {
        if isOperator || name == "subscript" { return name == other.name && hasTypes(of: other) }
        return name == other.name && isStatic == other.isStatic
            && parameters.map(\.label) == other.parameters.map(\.label)
    }

    private func hasTypes(of other: Signature) -> Bool {
        parameters.count == other.parameters.count
            && zip(parameters, other.parameters).allSatisfy { $0.label == $1.label && $0.type == $1.type }
    }

    /// Lets those who call an earlier one of the same type call this one.
    package func replace(_ earlier: [Signature]) {
        for old in earlier where isSame(as: old) {
            switch (implementation, old.implementation) {
            case (.user(let new), .user(let old)): new.replaced = old
            case (.userAccessors(let get, let set), .userAccessors(let oldGet, let oldSet)):
                get.replaced = oldGet
                if let set, let oldSet { set.replaced = oldSet }
            default: break
            }
        }
    }

    package var isOperator: Bool {
        guard let first = name.first else { return false }
        return name.hasPrefix("prefix ") || !(first.isLetter || first == "_" || first == "$")
    }

    /// `move(by:)`, as messages name it.
    package var labelled: String {
        "\(name)(\(parameters.map { ($0.label ?? "_") + ":" }.joined()))"
    }
}
