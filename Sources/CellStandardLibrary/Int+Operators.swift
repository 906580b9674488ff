internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerIntOperators(in library: HostLibrary) {
        binary("+", "The sum.", IntArithmetic.add, in: library)
        binary("-", "The difference.", IntArithmetic.subtract, in: library)
        binary("*", "The product.", IntArithmetic.multiply, in: library)
        binary("/", "The quotient, rounded toward zero.", IntArithmetic.divide, in: library)
        binary("%", "The remainder of the division.", IntArithmetic.remainder, in: library)
        binary("&+", "The sum, wrapping around on overflow.", { $0 &+ $1 }, in: library)
        binary("&-", "The difference, wrapping around on overflow.", { $0 &- $1 }, in: library)
        binary("&*", "The product, wrapping around on overflow.", { $0 &* $1 }, in: library)
        binary("&", "The bits that both have.", { $0 & $1 }, in: library)
        binary("|", "The bits that one of them has.", { $0 | $1 }, in: library)
        binary("^", "The bits that only one of them has.", { $0 ^ $1 }, in: library)
        binary("<<", "The bits moved up.", { $0 << $1 }, in: library)
        binary(">>", "The bits moved down.", { $0 >> $1 }, in: library)
        registerPrefixes(in: library)
    }

    /// An operator and the assignment that goes with it.
    private static func binary(
        _ name: String, _ documentation: String, _ compute: @escaping (Int, Int) throws -> Int, in library: HostLibrary
    ) {
        library.define("static func \(name) (left: Int, right: Int) -> Int", documentation, on: "Int") {
            (left: Int, right: Int) in try compute(left, right)
        }
        library.define(
            "static func \(name)= (left: inout Int, right: Int)", "\(documentation) Stored in the left side.",
            on: "Int",
            raw: { call in
                call[0] = .int(try compute(call.int(0), call.int(1)))
                return .void
            })
    }

    private static func registerPrefixes(in library: HostLibrary) {
        library.define("static prefix func - (x: Int) -> Int", "The opposite number.", on: "Int") { (x: Int) in
            guard x != .min else { throw CellRuntimeError("-(\(x)) is outside of the range of Int") }
            return -x
        }
        library.define("static prefix func + (x: Int) -> Int", "The number itself.", on: "Int") { (x: Int) in x }
        library.define("static prefix func ~ (x: Int) -> Int", "The opposite of every bit.", on: "Int") { (x: Int) in ~x
        }
    }
}
