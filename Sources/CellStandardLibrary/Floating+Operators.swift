internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerFloatingOperators<T: FloatingCellNumber>(_ type: T.Type, in library: HostLibrary) {
        let name = T.cellName
        let operators: [(String, String, (T, T) -> T)] = [
            ("+", "The sum.", { $0 + $1 }),
            ("-", "The difference.", { $0 - $1 }),
            ("*", "The product.", { $0 * $1 }),
            ("/", "The quotient.", { $0 / $1 }),
        ]
        for (symbol, documentation, compute) in operators {
            library.define("static func \(symbol) (left: \(name), right: \(name)) -> \(name)", documentation, on: name)
            {
                (left: T, right: T) in compute(left, right)
            }
            library.define(
                "static func \(symbol)= (left: inout \(name), right: \(name))",
                "\(documentation) Stored in the left side.", on: name,
                raw: { call in
                    call[0] = compute(try call.value(0), try call.value(1)).toCell()
                    return .void
                })
        }
        library.define("static prefix func - (x: \(name)) -> \(name)", "The opposite number.", on: name) { (x: T) in -x
        }
        library.define("static prefix func + (x: \(name)) -> \(name)", "The number itself.", on: name) { (x: T) in x }
    }
}
