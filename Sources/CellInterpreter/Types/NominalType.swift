internal import CellSyntax

/// A type with a name: one of Swift's own, of the library, or of the user.
///
/// Sessions share Swift's own types alone, which are never changed once they are made: extensions of them stand in the
/// session's table, and conformances cannot be added to them. Any other is used by the one thread of its session.
public final class NominalType: Hashable, @unchecked Sendable {
    public enum Kind: Sendable { case builtIn, host, structure, enumeration }

    public let name: String
    public let kind: Kind
    /// `Element` of an array, `Key` and `Value` of a dictionary.
    public let genericParameters: [String]
    public internal(set) var documentation: String
    /// Names of protocols, for `any P` parameters and constraints.
    public internal(set) var conformances: Set<String>
    /// What a value of the Swift type is handled by; nil for a user's types.
    var hostType: (any HostConvertible.Type)?
    /// Whether values are shared on assignment, as those of a class.
    var isReference = false
    var describe: ((Any) -> String)?

    // MARK: A user's type
    var fields: [FieldDeclaration] = []
    var cases: [CaseDeclaration] = []
    var members: [String: [Signature]] = [:]
    /// Stored properties of the type itself.
    var statics: [String: Variable] = [:]
    var rawType: CellType?
    let identity: TypeIdentity
    /// What it was declared as, for telling whether a later declaration is the same.
    var origin: TypeOrigin?

    public convenience init(
        _ name: String, kind: Kind, genericParameters: [String] = [], documentation: String = "",
        conformances: Set<String> = []
    ) {
        self.init(
            name, kind: kind, genericParameters: genericParameters, documentation: documentation,
            conformances: conformances, identity: TypeIdentity())
    }

    init(
        _ name: String, kind: Kind, genericParameters: [String] = [], documentation: String = "",
        conformances: Set<String> = [], identity: TypeIdentity
    ) {
        self.identity = identity
        self.name = name
        self.kind = kind
        self.genericParameters = genericParameters
        self.documentation = documentation
        self.conformances = conformances
    }

    public static func == (left: NominalType, right: NominalType) -> Bool {
        left === right || left.identity === right.identity
    }
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(identity)) }
}

/// What a user's type and the same declaration run again have in common: their values are of one type, which does as
/// the newest says.
final class TypeIdentity {
    /// The user's own `==`.
    var customEqual: ((CellValue, CellValue) -> Bool)?
    /// The user's own `<`.
    var customLess: ((CellValue, CellValue) throws -> Bool)?
    /// The user's own `description`.
    var customDescription: ((CellValue) throws -> String)?
}

extension NominalType {
    var customEqual: ((CellValue, CellValue) -> Bool)? {
        get { identity.customEqual }
        set { identity.customEqual = newValue }
    }

    var customLess: ((CellValue, CellValue) throws -> Bool)? {
        get { identity.customLess }
        set { identity.customLess = newValue }
    }

    var customDescription: ((CellValue) throws -> String)? {
        get { identity.customDescription }
        set { identity.customDescription = newValue }
    }
}

/// The text of a type's declaration, and what the names in it stood for.
struct TypeOrigin {
    /// The cell, as tracebacks call it.
    var cell: String
    var text: String
    /// The user's types and aliases that the text names.
    var types: [String: NominalType]
    var aliases: [String: CellType]
}

/// A stored property of a user's struct.
final class FieldDeclaration {
    let name: String
    let type: CellType
    let isConstant: Bool
    let hasDefault: Bool
    let access: AccessLevel
    /// Its default value, in a scope of its own.
    var defaultValue: (scope: FunctionScope, CheckedExpression)?
    /// The compiler's: the same, ready to run.
    var defaultCode: FunctionCode?
    var willSet: UserFunction?
    var didSet: UserFunction?

    init(name: String, type: CellType, isConstant: Bool, hasDefault: Bool, access: AccessLevel = .everywhere) {
        self.name = name
        self.type = type
        self.isConstant = isConstant
        self.hasDefault = hasDefault
        self.access = access
    }
}

/// A case of a user's enum.
struct CaseDeclaration {
    var name: String
    var payload: [TupleElementType]
    var isIndirect = false
    var rawValue: CellValue?
}
