internal import CellMeaning
internal import CellValues

// The operators that are compiled to machine arithmetic, each as a type, so that the compiler makes code for each.

protocol IntOperation {
    static func apply(_ left: Int, _ right: Int) throws -> Int
}

enum IntAdd: IntOperation {
    @inline(__always) static func apply(_ a: Int, _ b: Int) throws -> Int { try IntArithmetic.add(a, b) }
}
enum IntSubtract: IntOperation {
    @inline(__always) static func apply(_ a: Int, _ b: Int) throws -> Int { try IntArithmetic.subtract(a, b) }
}
enum IntMultiply: IntOperation {
    @inline(__always) static func apply(_ a: Int, _ b: Int) throws -> Int { try IntArithmetic.multiply(a, b) }
}
enum IntDivide: IntOperation {
    @inline(__always) static func apply(_ a: Int, _ b: Int) throws -> Int { try IntArithmetic.divide(a, b) }
}
enum IntRemainder: IntOperation {
    @inline(__always) static func apply(_ a: Int, _ b: Int) throws -> Int { try IntArithmetic.remainder(a, b) }
}

protocol DoubleOperation {
    static func apply(_ left: Double, _ right: Double) -> Double
}

enum DoubleAdd: DoubleOperation {
    @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double { a + b }
}
enum DoubleSubtract: DoubleOperation {
    @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double { a - b }
}
enum DoubleMultiply: DoubleOperation {
    @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double { a * b }
}
enum DoubleDivide: DoubleOperation {
    @inline(__always) static func apply(_ a: Double, _ b: Double) -> Double { a / b }
}

protocol Comparison {
    static func holds<T: Comparable>(_ left: T, _ right: T) -> Bool
}

enum Equal: Comparison { @inline(__always) static func holds<T: Comparable>(_ a: T, _ b: T) -> Bool { a == b } }
enum Unequal: Comparison { @inline(__always) static func holds<T: Comparable>(_ a: T, _ b: T) -> Bool { a != b } }
enum Less: Comparison { @inline(__always) static func holds<T: Comparable>(_ a: T, _ b: T) -> Bool { a < b } }
enum LessOrEqual: Comparison {
    @inline(__always) static func holds<T: Comparable>(_ a: T, _ b: T) -> Bool { a <= b }
}
enum Greater: Comparison { @inline(__always) static func holds<T: Comparable>(_ a: T, _ b: T) -> Bool { a > b } }
enum GreaterOrEqual: Comparison {
    @inline(__always) static func holds<T: Comparable>(_ a: T, _ b: T) -> Bool { a >= b }
}

extension CheckedExpression {
    /// An operator of Swift's own between two numbers of one type, with its operands.
    func builtInOperator(
        on type: NominalType
    ) -> (name: String, left: CheckedExpression, right: CheckedExpression)? {
        guard case .call(let signature, nil, let operands) = kind, operands.count == 2,
            case .host = signature.implementation, signature.owner == type.name, signature.parameters.count == 2,
            signature.parameters.allSatisfy({ $0.type.isNominal(type) })
        else { return nil }
        return (signature.name, operands[0], operands[1])
    }
}
