/// Swift's own types. There is one of each in a process: they hold nothing that a session changes.
enum BuiltIn {
    static let int = NominalType("Int", kind: .builtIn, conformances: numeric)
    static let double = NominalType("Double", kind: .builtIn, conformances: floating)
    static let float = NominalType("Float", kind: .builtIn, conformances: floating)
    static let bool = NominalType("Bool", kind: .builtIn, conformances: hashable)
    static let string = NominalType("String", kind: .builtIn, conformances: stringProtocols)
    static let substring = NominalType("Substring", kind: .builtIn, conformances: stringProtocols)
    static let character = NominalType(
        "Character", kind: .builtIn, conformances: hashable.union(["Comparable"]))
    static let array = NominalType("Array", kind: .builtIn, genericParameters: ["Element"])
    static let slice = NominalType("ArraySlice", kind: .builtIn, genericParameters: ["Element"])
    static let set = NominalType("Set", kind: .builtIn, genericParameters: ["Element"])
    static let dictionary = NominalType(
        "Dictionary", kind: .builtIn, genericParameters: ["Key", "Value"])
    static let optional = NominalType("Optional", kind: .builtIn, genericParameters: ["Wrapped"])
    static let range = NominalType("Range", kind: .builtIn, genericParameters: ["Bound"])
    static let closedRange = NominalType(
        "ClosedRange", kind: .builtIn, genericParameters: ["Bound"])
    static let rangeFrom = NominalType(
        "PartialRangeFrom", kind: .builtIn, genericParameters: ["Bound"])
    static let rangeUpTo = NominalType(
        "PartialRangeUpTo", kind: .builtIn, genericParameters: ["Bound"])
    static let rangeThrough = NominalType(
        "PartialRangeThrough", kind: .builtIn, genericParameters: ["Bound"])
    static let unboundedRange = NominalType("UnboundedRange", kind: .builtIn)

    static let hashable: Set<String> = ["Equatable", "Hashable", "CustomStringConvertible"]
    static let numeric = hashable.union([
        "Comparable", "Numeric", "SignedNumeric", "BinaryInteger", "FixedWidthInteger", "Strideable",
    ])
    static let floating = hashable.union([
        "Comparable", "Numeric", "SignedNumeric", "FloatingPoint", "BinaryFloatingPoint", "Strideable",
    ])
    static let stringProtocols = hashable.union(["Comparable", "StringProtocol"])

    static let all = [
        int, double, float, bool, string, substring, character, array, slice, set, dictionary, optional, range,
        closedRange, rangeFrom, rangeUpTo, rangeThrough, unboundedRange,
    ]
}

extension CellType {
    static var int: CellType { .nominal(BuiltIn.int, []) }
    static var double: CellType { .nominal(BuiltIn.double, []) }
    static var float: CellType { .nominal(BuiltIn.float, []) }
    static var bool: CellType { .nominal(BuiltIn.bool, []) }
    static var string: CellType { .nominal(BuiltIn.string, []) }
    static var character: CellType { .nominal(BuiltIn.character, []) }
    static func array(_ element: CellType) -> CellType { .nominal(BuiltIn.array, [element]) }
    static func set(_ element: CellType) -> CellType { .nominal(BuiltIn.set, [element]) }
    static func optional(_ wrapped: CellType) -> CellType { .nominal(BuiltIn.optional, [wrapped]) }
    static func dictionary(_ key: CellType, _ value: CellType) -> CellType {
        .nominal(BuiltIn.dictionary, [key, value])
    }
    static func range(_ bound: CellType) -> CellType { .nominal(BuiltIn.range, [bound]) }
    static func closedRange(_ bound: CellType) -> CellType { .nominal(BuiltIn.closedRange, [bound]) }
    static var any: CellType { .existential("Any") }
    static var error: CellType { .existential("Error") }
}
