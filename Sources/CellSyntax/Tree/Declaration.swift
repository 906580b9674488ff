/// From where a declaration may be used, as far as cells tell it apart.
package enum AccessLevel: Sendable, Hashable {
    case everywhere
    /// `private`.
    case inItsType
    /// `private(set)`: read everywhere.
    case setInItsType
}

/// `let` or `var`, with one or more bindings.
package final class VariableDeclaration: Sendable {
    package let isConstant: Bool
    package let isStatic: Bool
    package let access: AccessLevel
    package let bindings: [VariableBinding]
    package let documentation: String

    package init(
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

package struct VariableBinding: Sendable {
    package var pattern: Pattern
    package var type: TypeReference?
    package var initializer: Expression?
    package var accessors: Accessors?
    package var span: SourceSpan
}

/// The accessors of a computed or observed property, or of a subscript.
package struct Accessors: Sendable {
    /// Present, possibly without a body as in an interface, when it can be read.
    package var getter: AccessorBody?
    package var setter: AccessorBody?
    package var setterParameter: String
    package var willSet: AccessorBody?
    package var didSet: AccessorBody?
}

package struct AccessorBody: Sendable {
    /// Nil in an interface.
    package var statements: [Statement]?
    package var isThrowing: Bool
}

/// A parameter of a function, initialiser, subscript or enum case.
package struct Parameter: Sendable {
    /// The label at the call, nil for `_`.
    package var label: String?
    package var name: String
    package var type: TypeReference
    package var isInOut: Bool
    package var isVariadic: Bool
    package var isAutoclosure = false
    /// Marked `@escaping`: a function that may be kept.
    package var isEscaping = false
    package var defaultValue: Expression?
    package var span: SourceSpan
}

/// A function, method, initialiser, operator or subscript.
package final class FunctionDeclaration: Sendable {
    package enum Kind: Sendable { case function, initializer(failable: Bool), subscripted }
    package enum Throwing: Sendable { case never, always, whenArgumentsDo }

    package let kind: Kind
    package let name: String
    package let nameSpan: SourceSpan
    package let genericParameters: [(name: String, constraint: TypeReference?)]
    /// `where Element: Comparable`, `where Element == String`.
    package let requirements: [GenericRequirement]
    package let parameters: [Parameter]
    package let throwing: Throwing
    package let result: TypeReference?
    /// Nil in an interface.
    package let body: [Statement]?
    package let accessors: Accessors?
    package let isStatic: Bool
    package let isMutating: Bool
    package let access: AccessLevel
    package let documentation: String
    package let span: SourceSpan

    package init(
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

package enum GenericRequirement: Sendable {
    case conforms(TypeReference, to: TypeReference)
    case same(TypeReference, TypeReference)
}

/// `struct`, `enum` or `extension`.
package final class TypeDeclaration: Sendable {
    package enum Kind: Sendable { case structure, enumeration, extending }

    package let kind: Kind
    package let name: String
    package let nameSpan: SourceSpan
    package let inherited: [TypeReference]
    package let cases: [EnumCaseDeclaration]
    package let members: [Statement]
    package let documentation: String
    package let span: SourceSpan

    package init(
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

package struct EnumCaseDeclaration: Sendable {
    package var name: String
    /// Whether it, or its enum, is marked `indirect`.
    package var isIndirect = false
    package var parameters: [Parameter]?
    package var rawValue: Expression?
    package var span: SourceSpan
}
