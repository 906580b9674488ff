/// Int's operators, with an error where Swift would end the program.
@usableFromInline
package enum IntArithmetic {
    @inlinable @inline(__always)
    package static func add(_ left: Int, _ right: Int) throws -> Int {
        let (result, overflow) = left.addingReportingOverflow(right)
        if overflow { throw CellRuntimeError.overflow(left, "+", right) }
        return result
    }

    @inlinable @inline(__always)
    package static func subtract(_ left: Int, _ right: Int) throws -> Int {
        let (result, overflow) = left.subtractingReportingOverflow(right)
        if overflow { throw CellRuntimeError.overflow(left, "-", right) }
        return result
    }

    @inlinable @inline(__always)
    package static func multiply(_ left: Int, _ right: Int) throws -> Int {
        let (result, overflow) = left.multipliedReportingOverflow(by: right)
        if overflow { throw CellRuntimeError.overflow(left, "*", right) }
        return result
    }

    @inlinable @inline(__always)
    package static func divide(_ left: Int, _ right: Int) throws -> Int {
        if right == 0 { throw CellRuntimeError.division(left, "/") }
        let (result, overflow) = left.dividedReportingOverflow(by: right)
        if overflow { throw CellRuntimeError.overflow(left, "/", right) }
        return result
    }

    @inlinable @inline(__always)
    package static func remainder(_ left: Int, _ right: Int) throws -> Int {
        if right == 0 { throw CellRuntimeError.division(left, "%") }
        let (result, overflow) = left.remainderReportingOverflow(dividingBy: right)
        if overflow { throw CellRuntimeError.overflow(left, "%", right) }
        return result
    }
}
