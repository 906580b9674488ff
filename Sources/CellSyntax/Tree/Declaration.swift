/// `let` or `var`, with one or more bindings.
public final class VariableDeclaration: Sendable {
    public let isConstant: Bool
    public let isStatic: Bool
    public let bindings: [VariableBinding]
    public let documentation: String

    public init(isConstant: Bool, isStatic: Bool, bindings: [VariableBinding], documentation: String) {
        self.isConstant = isConstant
        self.isStatic = isStatic
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
    public let documentation: String
    public let span: SourceSpan

    public init(
        kind: Kind, name: String, nameSpan: SourceSpan,
        genericParameters: [(name: String, constraint: TypeReference?)], requirements: [GenericRequirement],
        parameters: [Parameter], throwing: Throwing, result: TypeReference?, body: [Statement]?,
        accessors: Accessors?, isStatic: Bool, isMutating: Bool, documentation: String, span: SourceSpan
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
    public var parameters: [Parameter]?
    public var rawValue: Expression?
    public var span: SourceSpan
}
