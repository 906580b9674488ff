/// From where a declaration may be used, as far as cells tell it apart.
public enum AccessLevel: Sendable, Hashable {
    case everywhere
    /// `private`.
    case inItsType
    /// `private(set)`: read everywhere.
    case setInItsType
}

/// `let` or `var`, with one or more bindings.
public final class VariableDeclaration: Sendable {
    public let isConstant: Bool
    public let isStatic: Bool
    public let access: AccessLevel
    public let bindings: [VariableBinding]
    public let documentation: String

    public init(
        isConstant: Bool, isStatic: Bool, access: AccessLevel = .everywhere, bindings: [VariableBinding],
        documentation: String
    ) {
        self.isConstant = isConstant
        self.isStatic = isStatic
        self.access = access
        self.bindings = bindings
        self.documentation = documentation
    }
}

public struct VariableBinding: Sendable {
    public var pattern: Pattern
    public var type: TypeReference?
    public var initializer: Expression?
    public var accessors: Accessors?
    public var span: SourceSpan
}

/// The accessors of a computed or observed property, or of a subscript.
public struct Accessors: Sendable {
    /// Present, possibly without a body as in an interface, when it can be read.
    public var getter: AccessorBody?
    public var setter: AccessorBody?
    public var setterParameter: String
    public var willSet: AccessorBody?
    public var didSet: AccessorBody?
}

public struct AccessorBody: Sendable {
    /// Nil in an interface.
    public var statements: [Statement]?
    public var isThrowing: Bool
}

/// A parameter of a function, initialiser, subscript or enum case.
public struct Parameter: Sendable {
    /// The label at the call, nil for `_`.
    public var label: String?
    public var name: String
    public var type: TypeReference
    public var isInOut: Bool
    public var isVariadic: Bool
    public var isAutoclosure = false
    /// Marked `@escaping`: a function that may be kept.
    public var isEscaping = false
    public var defaultValue: Expression?
    public var span: SourceSpan
}

/// A function, method, initialiser, operator or subscript.
public final class FunctionDeclaration: Sendable {
    public enum Kind: Sendable { case function, initializer(failable: Bool), subscripted }
    public enum Throwing: Sendable { case never, always, whenArgumentsDo }

    public let kind: Kind
    public let name: String
    public let nameSpan: SourceSpan
    public let genericParameters: [(name: String, constraint: TypeReference?)]
    /// `where Element: Comparable`, `where Element == String`.
    public let requirements: [GenericRequirement]
    public let parameters: [Parameter]
    public let throwing: Throwing
    public let result: TypeReference?
    /// Nil in an interface.
    public let body: [Statement]?
    public let accessors: Accessors?
    public let isStatic: Bool
    public let isMutating: Bool
    public let access: AccessLevel
    public let documentation: String
    public let span: SourceSpan

    public init(
        kind: Kind, name: String, nameSpan: SourceSpan,
        genericParameters: [(name: String, constraint: TypeReference?)], requirements: [GenericRequirement],
        parameters: [Parameter], throwing: Throwing, result: TypeReference?, body: [Statement]?,
        accessors: Accessors?, isStatic: Bool, isMutating: Bool, access: AccessLevel = .everywhere,
        documentation: String, span: SourceSpan
    ) {
        self.kind = kind
        self.name = name
        self.nameSpan = nameSpan
        self.genericParameters = genericParameters
        self.requirements = requirements
        self.parameters = parameters
        self.throwing = throwing
        self.result = result
        self.body = body
        self.accessors = accessors
        self.isStatic = isStatic
        self.isMutating = isMutating
        self.access = access
        self.documentation = documentation
        self.span = span
    }
}

public enum GenericRequirement: Sendable {
    case conforms(TypeReference, to: TypeReference)
    case same(TypeReference, TypeReference)
}

/// `struct`, `enum` or `extension`.
public final class TypeDeclaration: Sendable {
    public enum Kind: Sendable { case structure, enumeration, extending }

    public let kind: Kind
    public let name: String
    public let nameSpan: SourceSpan
    public let inherited: [TypeReference]
    public let cases: [EnumCaseDeclaration]
    public let members: [Statement]
    public let documentation: String
    public let span: SourceSpan

    public init(
        kind: Kind, name: String, nameSpan: SourceSpan, inherited: [TypeReference], cases: [EnumCaseDeclaration],
        members: [Statement], documentation: String, span: SourceSpan
    ) {
        self.kind = kind
        self.name = name
        self.nameSpan = nameSpan
        self.inherited = inherited
        self.cases = cases
        self.members = members
        self.documentation = documentation
        self.span = span
    }
}

public struct EnumCaseDeclaration: Sendable {
    public var name: String
    /// Whether it, or its enum, is marked `indirect`.
    public var isIndirect = false
    public var parameters: [Parameter]?
    public var rawValue: Expression?
    public var span: SourceSpan
}
