internal import CellMeaning
internal import CellSyntax
internal import CellValues

/// `private` members are those of the type's own declaration and its extensions.
extension Checker {
    private func isInside(_ owner: String?) -> Bool { owner == nil || context.ownType?.name == owner }

    /// The candidates that may be used here; when there are only others, that is an error and the result is nil.
    func accessible(_ candidates: [Candidate], named name: String, _ span: SourceSpan) -> [Candidate]? {
        let open = candidates.filter { $0.signature.access != .inItsType || isInside($0.signature.owner) }
        if !open.isEmpty || candidates.isEmpty { return open }
        refusePrivate(name, span)
        return nil
    }

    func refusePrivate(_ name: String, _ span: SourceSpan) {
        error(
            .isPrivate(name), at: span,
            hints: ["it can be used within the type and its extensions only"])
    }

    func isHidden(_ field: FieldDeclaration, of type: NominalType) -> Bool {
        field.access == .inItsType && !isInside(type.name)
    }

    func isSetterHidden(_ access: AccessLevel, of owner: String?) -> Bool { access != .everywhere && !isInside(owner) }
}
