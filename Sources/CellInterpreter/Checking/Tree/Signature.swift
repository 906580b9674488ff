internal import CellSyntax

/// Something that can be called or read by name: its types, its labels, and what stands behind it.
final class Signature {
    enum Kind { case function, initializer(isFailable: Bool), property, subscripted }
    enum Throwing { case never, always, whenArgumentsDo }

    let kind: Kind
    /// `gather`, `init`, `subscript`, `+`, `prefix -`.
    let name: String
    /// The type that it is a member of: `Tensor`, also `Sequence` and `Collection`.
    let owner: String?
    let isStatic: Bool
    let isMutating: Bool
    let genericParameters: [String]
    /// For generic parameters, those of the owner too: which protocols they must have.
    let constraints: [(type: CellType, protocolName: String)]
    let sameTypes: [(CellType, CellType)]
    /// Without self.
    let parameters: [SignatureParameter]
    let throwing: Throwing
    let result: CellType
    /// Of properties and subscripts.
    let isSettable: Bool
    /// False of a subscript that can only be assigned to, as a second type that its place takes.
    let isReadable: Bool
    let documentation: String
    var implementation: Implementation
    var access = AccessLevel.everywhere

    enum Implementation {
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
    enum Synthesized { case rawValue, initRawValue, allCases }

    init(
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

struct SignatureParameter {
    var label: String?
    var name: String
    /// Of one element when variadic.
    var type: CellType
    var isInOut = false
    var isVariadic = false
    var isAutoclosure = false
    var isEscaping = false
    var defaultValue: Expression?

    /// Whether what it holds may outlive the call: anything but a plain function.
    var mayEscape: Bool { isEscaping || isVariadic || isInOut || type.functionType == nil }
}

/// A function, method, initialiser or accessor that the user wrote.
final class UserFunction {
    let name: String
    let span: SourceSpan
    /// The brace that closes its body.
    var end = SourceSpan.none
    let source: SourceText
    let scope: FunctionScope
    /// In order; of a method `self` first. Their frame slots come first, in this order.
    var parameters: [Variable] = []
    /// Which parameters are `inout`; `self` of a mutating method is.
    var inOutParameters: [Bool] = []
    /// Of an initialiser: the variable `self`, which it returns at its end. It is not among the parameters.
    var initialisedSelf: Variable?
    var isFailable = false
    var resultType: CellType
    /// Whether it has a result to return.
    var body: [CheckedStatement] = []
    /// A function of an earlier cell with the same name and type: from the start of this cell on, its callers call this
    /// one (the session copies ``code`` over when the cell starts).
    var replaced: UserFunction?
    /// The compiler's: what runs. Calls read it when they run, so that it may be replaced.
    @exclusivity(unchecked) var code: FunctionCode?

    init(name: String, span: SourceSpan, source: SourceText, scope: FunctionScope, resultType: CellType) {
        self.name = name
        self.span = span
        self.source = source
        self.scope = scope
        self.resultType = resultType
    }
}
