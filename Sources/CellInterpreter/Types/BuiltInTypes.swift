/// Swift's own types. There is one of each in a process: they hold nothing that a session changes.
enum BuiltIn {
    nonisolated(unsafe) static let int = NominalType("Int", kind: .builtIn, conformances: numeric)
    nonisolated(unsafe) static let double = NominalType("Double", kind: .builtIn, conformances: floating)
    nonisolated(unsafe) static let float = NominalType("Float", kind: .builtIn, conformances: floating)
    nonisolated(unsafe) static let bool = NominalType("Bool", kind: .builtIn, conformances: hashable)
    nonisolated(unsafe) static let string = NominalType("String", kind: .builtIn, conformances: stringProtocols)
    nonisolated(unsafe) static let substring = NominalType("Substring", kind: .builtIn, conformances: stringProtocols)
    nonisolated(unsafe) static let character = NominalType(
        "Character", kind: .builtIn, conformances: hashable.union(["Comparable"]))
    nonisolated(unsafe) static let array = NominalType("Array", kind: .builtIn, genericParameters: ["Element"])
    nonisolated(unsafe) static let slice = NominalType("ArraySlice", kind: .builtIn, genericParameters: ["Element"])
    nonisolated(unsafe) static let set = NominalType("Set", kind: .builtIn, genericParameters: ["Element"])
    nonisolated(unsafe) static let dictionary = NominalType(
        "Dictionary", kind: .builtIn, genericParameters: ["Key", "Value"])
    nonisolated(unsafe) static let optional = NominalType("Optional", kind: .builtIn, genericParameters: ["Wrapped"])
    nonisolated(unsafe) static let range = NominalType("Range", kind: .builtIn, genericParameters: ["Bound"])
    nonisolated(unsafe) static let closedRange = NominalType(
        "ClosedRange", kind: .builtIn, genericParameters: ["Bound"])
    nonisolated(unsafe) static let rangeFrom = NominalType(
        "PartialRangeFrom", kind: .builtIn, genericParameters: ["Bound"])
    nonisolated(unsafe) static let rangeUpTo = NominalType(
        "PartialRangeUpTo", kind: .builtIn, genericParameters: ["Bound"])
    nonisolated(unsafe) static let rangeThrough = NominalType(
        "PartialRangeThrough", kind: .builtIn, genericParameters: ["Bound"])
    nonisolated(unsafe) static let unboundedRange = NominalType("UnboundedRange", kind: .builtIn)

    static let hashable: Set<String> = ["Equatable", "Hashable", "CustomStringConvertible"]
    static let numeric = hashable.union([
        "Comparable", "Numeric", "SignedNumeric", "BinaryInteger", "FixedWidthInteger", "Strideable",
    ])
    static let floating = hashable.union([
        "Comparable", "Numeric", "SignedNumeric", "FloatingPoint", "BinaryFloatingPoint", "Strideable",
    ])
    static let stringProtocols = hashable.union(["Comparable", "StringProtocol"])

    nonisolated(unsafe) static let all = [
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
