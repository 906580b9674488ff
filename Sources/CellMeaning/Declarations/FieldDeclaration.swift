package import CellSyntax
package import CellValues

/// A stored property of a user's struct.
package final class FieldDeclaration {
    package let name: String
    package let type: CellType
    package let isConstant: Bool
    package let hasDefault: Bool
    package let access: AccessLevel
    /// Its default value, in a scope of its own.
    package var defaultValue: (scope: FunctionScope, CheckedExpression)?
    /// The compiler's: the same, ready to run.
    package var defaultCode: FunctionCode?
    package var willSet: UserFunction?
    package var didSet: UserFunction?

    package init(name: String, type: CellType, isConstant: Bool, hasDefault: Bool, access: AccessLevel = .everywhere) {
        self.name = name
        self.type = type
        self.isConstant = isConstant
        self.hasDefault = hasDefault
        self.access = access
    }
}
