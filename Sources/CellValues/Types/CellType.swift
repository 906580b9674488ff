/// A type, as the checker knows it.
@usableFromInline
package indirect enum CellType: Hashable {
    /// `Int`, `[String]` (an `Array` of one argument), `Tensor`, a user's struct.
    case nominal(NominalType, [CellType])
    case tuple([TupleElementType])
    case function(FunctionType)
    /// `any P`, also `Any` itself.
    case existential(String)
    /// A generic parameter within a declaration of the library.
    case parameter(String)
    /// To be found out by inference.
    case variable(TypeVariable)
    case metatype(CellType)
    /// The type of `return`, `throw` and of functions that do not return.
    case never
    /// After a mistake that has been reported: fits everything, so that one mistake is reported once.
    case unknown

    package static var void: CellType { .tuple([]) }
}

@usableFromInline
package struct TupleElementType: Hashable {
    package var label: String?
    package var type: CellType
    package init(label: String?, type: CellType) {
        self.label = label
        self.type = type
    }
}

@usableFromInline
package struct FunctionType: Hashable {
    package struct Parameter: Hashable {
        package var type: CellType
        package var isInOut = false
        package var isVariadic = false

        package init(type: CellType, isInOut: Bool = false, isVariadic: Bool = false) {
            self.type = type
            self.isInOut = isInOut
            self.isVariadic = isVariadic
        }
    }
    package var parameters: [Parameter]
    package var isThrowing: Bool
    package var result: CellType

    package init(parameters: [Parameter], isThrowing: Bool, result: CellType) {
        self.parameters = parameters
        self.isThrowing = isThrowing
        self.result = result
    }
}

/// A type that inference has yet to find.
@usableFromInline
package final class TypeVariable: Hashable {
    /// What a literal may become without being told.
    package enum Literal: Int {
        case integer, float, string
        /// A text of one letter.
        case character
        /// A Double, if anything tells that it is one.
        case untold

        package var isText: Bool { self == .string || self == .character }
    }

    @usableFromInline package var binding: CellType?
    /// Set while the only thing known is that a literal was written.
    package var literal: Literal?
    /// The generic parameter that it stands for, for messages.
    package let name: String
    /// Protocols that what it is bound to must have.
    package var constraints: [String] = []
    /// What the elements are when it stands for a sequence.
    package var element: CellType?
    /// How many it stands for, itself among them.
    package var weight = 1

    package init(name: String = "", literal: Literal? = nil) {
        self.name = name
        self.literal = literal
    }

    @usableFromInline
    package static func == (left: TypeVariable, right: TypeVariable) -> Bool { left === right }
    @usableFromInline package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
