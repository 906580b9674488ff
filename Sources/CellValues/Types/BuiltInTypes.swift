/// Swift's own types. There is one of each in a process: they hold nothing that a session changes.
package enum BuiltIn {
    package static let int = NominalType("Int", kind: .builtIn, conformances: numeric)
    package static let double = NominalType("Double", kind: .builtIn, conformances: floating)
    package static let float = NominalType("Float", kind: .builtIn, conformances: floating)
    package static let bool = NominalType("Bool", kind: .builtIn, conformances: hashable)
    package static let string = NominalType("String", kind: .builtIn, conformances: stringProtocols)
    package static let substring = NominalType("Substring", kind: .builtIn, conformances: stringProtocols)
    package static let character = NominalType(
        "Character", kind: .builtIn, conformances: hashable.union(["Comparable"]))
    package static let array = NominalType("Array", kind: .builtIn, genericParameters: ["Element"])
    package static let slice = NominalType("ArraySlice", kind: .builtIn, genericParameters: ["Element"])
    package static let set = NominalType("Set", kind: .builtIn, genericParameters: ["Element"])
    package static let dictionary = NominalType(
        "Dictionary", kind: .builtIn, genericParameters: ["Key", "Value"])
    package static let optional = NominalType("Optional", kind: .builtIn, genericParameters: ["Wrapped"])
    package static let range = NominalType("Range", kind: .builtIn, genericParameters: ["Bound"])
    package static let closedRange = NominalType(
        "ClosedRange", kind: .builtIn, genericParameters: ["Bound"])
    package static let rangeFrom = NominalType(
        "PartialRangeFrom", kind: .builtIn, genericParameters: ["Bound"])
    package static let rangeUpTo = NominalType(
        "PartialRangeUpTo", kind: .builtIn, genericParameters: ["Bound"])
    package static let rangeThrough = NominalType(
        "PartialRangeThrough", kind: .builtIn, genericParameters: ["Bound"])
    package static let unboundedRange = NominalType("UnboundedRange", kind: .builtIn)

    static let hashable: Set<String> = ["Equatable", "Hashable", "CustomStringConvertible"]
    static let numeric = hashable.union([
        "Comparable", "Numeric", "SignedNumeric", "BinaryInteger", "FixedWidthInteger", "Strideable",
    ])
    static let floating = hashable.union([
        "Comparable", "Numeric", "SignedNumeric", "FloatingPoint", "BinaryFloatingPoint", "Strideable",
    ])
    static let stringProtocols = hashable.union(["Comparable", "StringProtocol"])

    package static let all = [
        int, double, float, bool, string, substring, character, array, slice, set, dictionary, optional, range,
        closedRange, rangeFrom, rangeUpTo, rangeThrough, unboundedRange,
    ]
}

extension CellType {
    package static var int: CellType { .nominal(BuiltIn.int, []) }
    package static var double: CellType { .nominal(BuiltIn.double, []) }
    package static var float: CellType { .nominal(BuiltIn.float, []) }
    package static var bool: CellType { .nominal(BuiltIn.bool, []) }
    package static var string: CellType { .nominal(BuiltIn.string, []) }
    package static var character: CellType { .nominal(BuiltIn.character, []) }
    package static func array(_ element: CellType) -> CellType { .nominal(BuiltIn.array, [element]) }
    static func set(_ element: CellType) -> CellType { .nominal(BuiltIn.set, [element]) }
    package static func optional(_ wrapped: CellType) -> CellType { .nominal(BuiltIn.optional, [wrapped]) }
    package static func dictionary(_ key: CellType, _ value: CellType) -> CellType {
        .nominal(BuiltIn.dictionary, [key, value])
    }
    package static func range(_ bound: CellType) -> CellType { .nominal(BuiltIn.range, [bound]) }
    package static func closedRange(_ bound: CellType) -> CellType { .nominal(BuiltIn.closedRange, [bound]) }
    package static var any: CellType { .existential("Any") }
    package static var error: CellType { .existential("Error") }
}
