package import CellValues

/// What the checker knows of a user's type: its stored properties, its members, and what it was declared as.
package final class UserType {
    package fileprivate(set) var fields: [FieldDeclaration] = []
    package var members: [String: [Signature]] = [:]
    /// Stored properties of the type itself.
    package var statics: [String: Variable] = [:]
    package var rawType: CellType?
    /// What it was declared as, for telling whether a later declaration is the same.
    package var origin: TypeOrigin?

    package init() {}
}

extension NominalType {
    /// Of a user's type; nil of Swift's own and of the library's.
    ///
    /// The only place where a record is looked into: a value's type holds it, and must not know what declarations are.
    package var user: UserType? { record as? UserType }

    package var fields: [FieldDeclaration] { user?.fields ?? [] }
    package var members: [String: [Signature]] { user?.members ?? [:] }
    package var statics: [String: Variable] { user?.statics ?? [:] }
    package var rawType: CellType? { user?.rawType }
    package var origin: TypeOrigin? { user?.origin }

    /// Adds a stored property, behind those that it has.
    package func add(_ field: FieldDeclaration) {
        user?.fields.append(field)
        fieldNames.append(field.name)
    }
}

/// The text of a type's declaration, and what the names in it stood for.
package struct TypeOrigin {
    /// The cell, as tracebacks call it.
    package var cell: String
    package var text: String
    /// The user's types and aliases that the text names.
    package var types: [String: NominalType]
    package var aliases: [String: CellType]

    package init(cell: String, text: String, types: [String: NominalType], aliases: [String: CellType]) {
        self.cell = cell
        self.text = text
        self.types = types
        self.aliases = aliases
    }
}
