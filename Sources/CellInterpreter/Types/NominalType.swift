internal import CellSyntax

/// A type with a name: one of Swift's own, of the library, or of the user.
public final class NominalType: Hashable {
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
    /// The user's own `==`.
    var customEqual: ((CellValue, CellValue) -> Bool)?
    /// The user's own `<`.
    var customLess: ((CellValue, CellValue) throws -> Bool)?
    /// The user's own `description`.
    var customDescription: ((CellValue) throws -> String)?

    public init(
        _ name: String, kind: Kind, genericParameters: [String] = [], documentation: String = "",
        conformances: Set<String> = []
    ) {
        self.name = name
        self.kind = kind
        self.genericParameters = genericParameters
        self.documentation = documentation
        self.conformances = conformances
    }

    public static func == (left: NominalType, right: NominalType) -> Bool { left === right }
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// A stored property of a user's struct.
final class FieldDeclaration {
    let name: String
    let type: CellType
    let isConstant: Bool
    let hasDefault: Bool
    /// Its default value, in a scope of its own.
    var defaultValue: (scope: FunctionScope, CheckedExpression)?
    /// The compiler's: the same, ready to run.
    var defaultCode: FunctionCode?
    var willSet: UserFunction?
    var didSet: UserFunction?

    init(name: String, type: CellType, isConstant: Bool, hasDefault: Bool) {
        self.name = name
        self.type = type
        self.isConstant = isConstant
        self.hasDefault = hasDefault
    }
}

/// A case of a user's enum.
struct CaseDeclaration {
    var name: String
    var payload: [TupleElementType]
    var rawValue: CellValue?
}
