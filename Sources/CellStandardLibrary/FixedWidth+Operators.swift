internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerArithmetic<T: FixedWidthCellNumber>(_ type: T.Type, in library: HostLibrary) {
        let name = T.cellName
        let operators: [(String, String, (T, T) throws -> T)] = [
            ("+", "The sum.", { try checked($0, "+", $1, $0.addingReportingOverflow($1)) }),
            ("-", "The difference.", { try checked($0, "-", $1, $0.subtractingReportingOverflow($1)) }),
            ("*", "The product.", { try checked($0, "*", $1, $0.multipliedReportingOverflow(by: $1)) }),
            ("/", "The quotient, rounded toward zero.", { try $0.divided("/", by: $1) { $0 / $1 } }),
            ("%", "The remainder of the division.", { try $0.divided("%", by: $1) { $0 % $1 } }),
            ("&+", "The sum, wrapping around on overflow.", { $0 &+ $1 }),
            ("&-", "The difference, wrapping around on overflow.", { $0 &- $1 }),
            ("&*", "The product, wrapping around on overflow.", { $0 &* $1 }),
            ("&", "The bits that both have.", { $0 & $1 }),
            ("|", "The bits that one of them has.", { $0 | $1 }),
            ("^", "The bits that only one of them has.", { $0 ^ $1 }),
        ]
        for (symbol, documentation, compute) in operators {
            library.define("static func \(symbol) (left: \(name), right: \(name)) -> \(name)", documentation, on: name)
            {
                (left: T, right: T) in try compute(left, right)
            }
            library.define(
                "static func \(symbol)= (left: inout \(name), right: \(name))",
                "\(documentation) Stored in the left side.", on: name,
                raw: { call in
                    call[0] = try compute(call.value(0), call.value(1)).toCell()
                    return .void
                })
        }
        registerShifts(type, in: library)
        library.define("static prefix func ~ (x: \(name)) -> \(name)", "The opposite of every bit.", on: name) {
            (x: T) in ~x
        }
    }

    private static func registerShifts<T: FixedWidthCellNumber>(_ type: T.Type, in library: HostLibrary) {
        let name = T.cellName
        let shifts: [(String, String, (T, Int) -> T)] = [
            ("<<", "The bits moved up.", { $0 << $1 }), (">>", "The bits moved down.", { $0 >> $1 }),
        ]
        for (symbol, documentation, compute) in shifts {
            library.define(
                "static func \(symbol) <R: BinaryInteger>(left: \(name), right: R) -> \(name)", documentation, on: name,
                raw: { call in
                    compute(try call.value(0), Int(clampingAny: try wholeNumber(call[1]))).toCell()
                })
        }
    }

    private static func checked<T: FixedWidthCellNumber>(
        _ left: T, _ operation: String, _ right: T, _ result: (T, Bool)
    ) throws -> T {
        if result.1 {
            throw CellRuntimeError(
                "\(left) \(operation) \(right) is outside of the range of \(T.cellName)",
                hints: ["compute with Int, or with &+, &- and &* to wrap around"])
        }
        return result.0
    }
}

extension FixedWidthCellNumber {
    fileprivate func divided(_ operation: String, by other: Self, _ compute: (Self, Self) -> Self) throws -> Self {
        if other == 0 { throw CellRuntimeError("division by zero: \(self) \(operation) 0") }
        return compute(self, other)
    }
}
