/// A type with a name: one of Swift's own, of the library, or of the user.
///
/// Sessions share Swift's own types alone, which are never changed once they are made: extensions of them stand in the
/// session's table, and conformances cannot be added to them. Any other is used by the one thread of its session.
@usableFromInline
package final class NominalType: Hashable, @unchecked Sendable {
    package enum Kind: Sendable { case builtIn, host, structure, enumeration }

    package let name: String
    package let kind: Kind
    /// `Element` of an array, `Key` and `Value` of a dictionary.
    package let genericParameters: [String]
    package let documentation: String
    /// Names of protocols, for `any P` parameters and constraints.
    package var conformances: Set<String>
    /// What a value of the Swift type is handled by; nil for a user's types.
    package var hostType: (any HostConvertible.Type)?
    /// Whether values are shared on assignment, as those of a class.
    package var isReference = false
    package var describe: ((Any) -> String)?

    // MARK: A user's type

    /// The names of a struct's stored properties, in the order of its values' fields.
    package var fieldNames: [String] = []
    package var cases: [CaseDeclaration] = []
    /// What the session keeps about it beside what its values need. Values never look into it.
    package let record: AnyObject?
    package let identity: TypeIdentity

    package convenience init(
        _ name: String, kind: Kind, genericParameters: [String] = [], documentation: String = "",
        conformances: Set<String> = []
    ) {
        self.init(
            name, kind: kind, genericParameters: genericParameters, documentation: documentation,
            conformances: conformances, identity: TypeIdentity(), record: nil)
    }

    package init(
        _ name: String, kind: Kind, genericParameters: [String] = [], documentation: String = "",
        conformances: Set<String> = [], identity: TypeIdentity, record: AnyObject?
    ) {
        self.identity = identity
        self.record = record
        self.name = name
        self.kind = kind
        self.genericParameters = genericParameters
        self.documentation = documentation
        self.conformances = conformances
    }

    @usableFromInline package static func == (left: NominalType, right: NominalType) -> Bool {
        left === right || left.identity === right.identity
    }
    @usableFromInline
    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(identity)) }
}

/// What a user's type and the same declaration run again have in common: their values are of one type, which does as
/// the newest says.
package final class TypeIdentity {
    package init() {}

    /// The user's own `==`.
    var customEqual: ((CellValue, CellValue) -> Bool)?
    /// The user's own `<`.
    var customLess: ((CellValue, CellValue) throws -> Bool)?
    /// The user's own `description`.
    var customDescription: ((CellValue) throws -> String)?
}

extension NominalType {
    package var customEqual: ((CellValue, CellValue) -> Bool)? {
        get { identity.customEqual }
        set { identity.customEqual = newValue }
    }

    package var customLess: ((CellValue, CellValue) throws -> Bool)? {
        get { identity.customLess }
        set { identity.customLess = newValue }
    }

    package var customDescription: ((CellValue) throws -> String)? {
        get { identity.customDescription }
        set { identity.customDescription = newValue }
    }
}

/// A case of a user's enum.
package struct CaseDeclaration {
    package var name: String
    package var payload: [TupleElementType]
    package var isIndirect = false
    package var rawValue: CellValue?

    package init(name: String, payload: [TupleElementType], isIndirect: Bool = false, rawValue: CellValue? = nil) {
        self.name = name
        self.payload = payload
        self.isIndirect = isIndirect
        self.rawValue = rawValue
    }
}
