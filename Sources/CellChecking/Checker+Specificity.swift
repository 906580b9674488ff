internal import CellMeaning
internal import CellValues

// Which of several overloads is meant that fit a call equally well.
extension Checker {
    /// The one whose parameters could all be handed on to each of the others; nil when there is none, as Swift then says
    /// that the call is ambiguous. Of the library's own the first is meant.
    func mostSpecific<Item>(_ items: [Item], _ signature: (Item) -> Signature) -> Item? {
        if items.count == 1 || items.contains(where: { signature($0).isOfTheLibrary }) { return items.first }
        return items.first { item in
            items.allSatisfy { other in
                signature(other) === signature(item) || isMoreSpecific(signature(item), than: signature(other))
            }
        }
    }

    private func isMoreSpecific(_ a: Signature, than b: Signature) -> Bool {
        passes(a, to: b) && !passes(b, to: a)
    }

    private func passes(_ a: Signature, to b: Signature) -> Bool {
        guard a.parameters.count == b.parameters.count else { return a.parameters.count < b.parameters.count }
        let mark = solver.mark
        defer { solver.rollBack(to: mark) }
        return zip(a.parameters, b.parameters).allSatisfy { conversion(from: $0.type, to: $1.type) != nil }
    }
}

extension Signature {
    /// Whether the host declares it.
    var isOfTheLibrary: Bool { if case .host = implementation { true } else { false } }
}
