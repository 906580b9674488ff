internal import CellHost
internal import CellValues

/// Double and Float, which have the same members in Swift.
protocol FloatingCellNumber: BinaryFloatingPoint, HostConvertible, CustomStringConvertible, LosslessStringConvertible
where RawSignificand: FixedWidthInteger {
    static var cellName: String { get }
}

extension Double: FloatingCellNumber { static var cellName: String { "Double" } }
extension Float: FloatingCellNumber { static var cellName: String { "Float" } }

extension StandardLibrary {
    static func registerFloating<T: FloatingCellNumber>(_ type: T.Type, in library: HostLibrary) {
        registerConstants(type, in: library)
        registerTests(type, in: library)
        registerProperties(type, in: library)
        registerMethods(type, in: library)
        registerFloatingOperators(type, in: library)
    }

    private static func registerConstants<T: FloatingCellNumber>(_ type: T.Type, in library: HostLibrary) {
        let constants: [(String, String, T)] = [
            ("pi", "The circumference of a circle of diameter 1, rounded toward zero.", .pi),
            ("infinity", "More than every number.", .infinity),
            ("nan", "Not a number: what 0 / 0 gives. Unequal to everything, itself too.", .nan),
            ("zero", "Zero.", .zero),
            ("greatestFiniteMagnitude", "The largest finite number.", .greatestFiniteMagnitude),
            ("leastNormalMagnitude", "The smallest positive number of full precision.", .leastNormalMagnitude),
            ("leastNonzeroMagnitude", "The smallest positive number.", .leastNonzeroMagnitude),
            ("ulpOfOne", "The distance from 1 to the next number above.", .ulpOfOne),
        ]
        let name = T.cellName
        for (constant, documentation, value) in constants {
            library.define("static var \(constant): \(name)", documentation, on: name) { () -> T in value }
        }
    }

    private static func registerTests<T: FloatingCellNumber>(_ type: T.Type, in library: HostLibrary) {
        let tests: [(String, String, (T) -> Bool)] = [
            ("isNaN", "Whether it is not a number.", { $0.isNaN }),
            ("isInfinite", "Whether it is infinity or its opposite.", { $0.isInfinite }),
            ("isFinite", "Whether it is neither infinite nor NaN.", { $0.isFinite }),
            ("isZero", "Whether it is 0 or -0.", { $0.isZero }),
            ("isNormal", "Whether it has full precision.", { $0.isNormal }),
            ("isSubnormal", "Whether it is too close to zero for full precision.", { $0.isSubnormal }),
        ]
        for (test, documentation, compute) in tests {
            library.define("var \(test): Bool", documentation, on: T.cellName) { (x: T) in compute(x) }
        }
    }

    private static func registerProperties<T: FloatingCellNumber>(_ type: T.Type, in library: HostLibrary) {
        let properties: [(String, String, (T) -> T)] = [
            ("magnitude", "The distance from zero.", { $0.magnitude }),
            ("ulp", "The distance to the next number.", { $0.ulp }),
            ("nextUp", "The next number above.", { $0.nextUp }),
            ("nextDown", "The next number below.", { $0.nextDown }),
            ("significand", "The digits, as a number from 1 up to 2.", { $0.significand }),
        ]
        let name = T.cellName
        for (property, documentation, compute) in properties {
            library.define("var \(property): \(name)", documentation, on: name) { (x: T) in compute(x) }
        }
        library.define("var exponent: Int", "The power of 2 of the first digit.", on: name) { (x: T) in
            Int(x.exponent)
        }
        library.define("var description: String", "The shortest digits that give the number back.", on: name) {
            (x: T) in x.description
        }
    }

    private static func registerMethods<T: FloatingCellNumber>(_ type: T.Type, in library: HostLibrary) {
        let name = T.cellName
        library.define("func squareRoot() -> \(name)", "The square root.", on: name) { (x: T) in x.squareRoot() }
        library.define("func rounded() -> \(name)", "The nearest whole number; halves away from zero.", on: name) {
            (x: T) in x.rounded()
        }
        library.define(
            "func rounded(_ rule: FloatingPointRoundingRule) -> \(name)", "The whole number that the rule picks.",
            on: name
        ) { (x: T, rule: FloatingPointRoundingRule) in x.rounded(rule) }
        library.define(
            "func truncatingRemainder(dividingBy other: \(name)) -> \(name)",
            "What the division to a whole number, rounded toward zero, leaves.", on: name
        ) { (x: T, other: T) in x.truncatingRemainder(dividingBy: other) }
        library.define(
            "func remainder(dividingBy other: \(name)) -> \(name)",
            "What the division to the nearest whole number leaves.", on: name
        ) { (x: T, other: T) in x.remainder(dividingBy: other) }
        library.define(
            "func addingProduct(_ left: \(name), _ right: \(name)) -> \(name)",
            "The sum of it and the product, rounded once.", on: name
        ) { (x: T, left: T, right: T) in x.addingProduct(left, right) }
        registerFloatingChanges(type, in: library)
    }

    private static func registerFloatingChanges<T: FloatingCellNumber>(_ type: T.Type, in library: HostLibrary) {
        func change(_ text: String, _ documentation: String, _ change: @escaping (inout T, HostCall) throws -> Void) {
            library.define(
                text, documentation, on: T.cellName,
                raw: { call in
                    var value = try T.fromCell(call[0])
                    try change(&value, call)
                    call[0] = value.toCell()
                    return .void
                })
        }
        change("mutating func negate()", "Changes the sign.") { x, _ in x.negate() }
        change("mutating func formSquareRoot()", "Replaces it by its square root.") { x, _ in x.formSquareRoot() }
        change("mutating func round()", "Replaces it by the nearest whole number.") { x, _ in x.round() }
        change("mutating func round(_ rule: FloatingPointRoundingRule)", "Replaces it by the rule's whole number.") {
            x, call in x.round(try call.value(1))
        }
    }
}
