internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerIntMembers(in library: HostLibrary) {
        registerIntConstants(in: library)
        registerIntProperties(in: library)
        registerIntMethods(in: library)
    }

    private static func registerIntConstants(in library: HostLibrary) {
        library.define("static var max: Int", "The largest Int.", on: "Int") { () -> Int in .max }
        library.define("static var min: Int", "The smallest Int.", on: "Int") { () -> Int in .min }
        library.define("static var zero: Int", "Zero.", on: "Int") { () -> Int in 0 }
        library.define("static var bitWidth: Int", "The number of bits of an Int.", on: "Int") { () -> Int in
            Int.bitWidth
        }
    }

    private static func registerIntProperties(in library: HostLibrary) {
        library.define("var magnitude: UInt", "The distance from zero.", on: "Int") { (x: Int) in x.magnitude }
        library.define("var description: String", "The number in decimal digits.", on: "Int") { (x: Int) in
            x.description
        }
        library.define("var nonzeroBitCount: Int", "How many bits are 1.", on: "Int") { (x: Int) in x.nonzeroBitCount }
        library.define("var leadingZeroBitCount: Int", "How many bits before the first 1.", on: "Int") {
            (x: Int) in x.leadingZeroBitCount
        }
        library.define("var trailingZeroBitCount: Int", "How many bits after the last 1.", on: "Int") {
            (x: Int) in x.trailingZeroBitCount
        }
    }

    private static func registerIntMethods(in library: HostLibrary) {
        library.define(
            "func isMultiple(of other: Int) -> Bool", "Whether `other` divides it without a remainder.", on: "Int"
        ) { (x: Int, other: Int) in x.isMultiple(of: other) }
        library.define("func signum() -> Int", "-1, 0 or 1.", on: "Int") { (x: Int) in x.signum() }
        library.define(
            "func quotientAndRemainder(dividingBy rhs: Int) -> (quotient: Int, remainder: Int)",
            "The results of / and % at once.", on: "Int", raw: quotientAndRemainder)
        library.define("func advanced(by n: Int) -> Int", "The sum of both.", on: "Int") { (x: Int, n: Int) in
            try IntArithmetic.add(x, n)
        }
        library.define("func distance(to other: Int) -> Int", "How far `other` is above it.", on: "Int") {
            (x: Int, other: Int) in try IntArithmetic.subtract(other, x)
        }
        library.define(
            "mutating func negate()", "Changes the sign.", on: "Int",
            raw: { call in
                call[0] = .int(try IntArithmetic.subtract(0, call.int(0)))
                return .void
            })
    }

    private static func quotientAndRemainder(_ call: HostCall) throws -> CellValue {
        let (left, right) = (try call.int(0), try call.int(1))
        return .tuple(
            [.int(try IntArithmetic.divide(left, right)), .int(try IntArithmetic.remainder(left, right))],
            labels: ["quotient", "remainder"])
    }
}
