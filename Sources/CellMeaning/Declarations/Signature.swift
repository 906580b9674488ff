package import CellHost
package import CellSyntax
package import CellValues

/// Something that can be called or read by name: its types, its labels, and what stands behind it.
package final class Signature {
    package enum Kind { case function, initializer(isFailable: Bool), property, subscripted }
    package enum Throwing { case never, always, whenArgumentsDo }

    package let kind: Kind
    /// `gather`, `init`, `subscript`, `+`, `prefix -`.
    package let name: String
    /// The type that it is a member of: `Tensor`, also `Sequence` and `Collection`.
    package let owner: String?
    package let isStatic: Bool
    package let isMutating: Bool
    package let genericParameters: [String]
    /// For generic parameters, those of the owner too: which protocols they must have.
    package let constraints: [(type: CellType, protocolName: String)]
    package let sameTypes: [(CellType, CellType)]
    /// Without self.
    package let parameters: [SignatureParameter]
    package let throwing: Throwing
    package let result: CellType
    /// Of properties and subscripts.
    package let isSettable: Bool
    /// False of a subscript that can only be assigned to, as a second type that its place takes.
    package let isReadable: Bool
    package let documentation: String
    package var implementation: Implementation
    package var access = AccessLevel.everywhere

    package enum Implementation {
        case host(HostDeclaration)
        case user(UserFunction)
        /// A computed property or subscript of the user; stored ones are fields.
        case userAccessors(getter: UserFunction, setter: UserFunction?)
        /// The initialiser that a struct gets by itself: its parameters are fields, in this order.
        case memberwise(NominalType, fields: [Int])
        case enumCase(NominalType, Int)
        case synthesized(Synthesized, NominalType)
    }

    /// What an enum with raw values or `CaseIterable` gets by itself.
    package enum Synthesized { case rawValue, initRawValue, allCases }

    package init(
        kind: Kind, name: String, owner: String?, isStatic: Bool = false, isMutating: Bool = false,
        genericParameters: [String] = [], constraints: [(type: CellType, protocolName: String)] = [],
        sameTypes: [(CellType, CellType)] = [], parameters: [SignatureParameter], throwing: Throwing = .never,
        result: CellType, isSettable: Bool = false, isReadable: Bool = true, documentation: String = "",
        implementation: Implementation
    ) {
        self.kind = kind
        self.name = name
        self.owner = owner
        self.isStatic = isStatic
        self.isMutating = isMutating
        self.genericParameters = genericParameters
        self.constraints = constraints
        self.sameTypes = sameTypes
        self.parameters = parameters
        self.throwing = throwing
        self.result = result
        self.isSettable = isSettable
        self.isReadable = isReadable
        self.documentation = documentation
        self.implementation = implementation
    }
}

package struct SignatureParameter {
    package var label: String?
    package var name: String
    /// Of one element when variadic.
    package var type: CellType
    package var isInOut = false
    package var isVariadic = false
    package var isAutoclosure = false
    package var isEscaping = false
    package var defaultValue: Expression?

    package init(
        label: String?, name: String, type: CellType, isInOut: Bool = false, isVariadic: Bool = false,
        isAutoclosure: Bool = false, isEscaping: Bool = false, defaultValue: Expression? = nil
    ) {
        self.label = label
        self.name = name
        self.type = type
        self.isInOut = isInOut
        self.isVariadic = isVariadic
        self.isAutoclosure = isAutoclosure
        self.isEscaping = isEscaping
        self.defaultValue = defaultValue
    }

    /// Whether what it holds may outlive the call: anything but a plain function.
    package var mayEscape: Bool { isEscaping || isVariadic || isInOut || type.functionType == nil }
}

/// A function, method, initialiser or accessor that the user wrote.
package final class UserFunction {
    package let name: String
    package let span: SourceSpan
    /// The brace that closes its body.
    package var end = SourceSpan.none
    package let source: SourceText
    package let scope: FunctionScope
    /// In order; of a method `self` first. Their frame slots come first, in this order.
    package var parameters: [Variable] = []
    /// Which parameters are `inout`; `self` of a mutating method is.
    package var inOutParameters: [Bool] = []
    /// Of an initialiser: the variable `self`, which it returns at its end. It is not among the parameters.
    package var initialisedSelf: Variable?
    package var isFailable = false
    package var resultType: CellType
    /// Whether it has a result to return.
    package var body: [CheckedStatement] = []
    /// A function of an earlier cell with the same name and type: from the start of this cell on, its callers call this
    /// one (the session copies ``code`` over when the cell starts).
    package var replaced: UserFunction?
    /// The compiler's: what runs. Calls read it when they run, so that it may be replaced.
    @exclusivity(unchecked) package var code: FunctionCode?

    package init(name: String, span: SourceSpan, source: SourceText, scope: FunctionScope, resultType: CellType) {
        self.name = name
        self.span = span
        self.source = source
        self.scope = scope
        self.resultType = resultType
    }
}
