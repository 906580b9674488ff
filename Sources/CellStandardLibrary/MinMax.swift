internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerMinMax(in library: HostLibrary) {
        library.define(
            "func abs<T: SignedNumeric>(_ x: T) -> T", "The distance from zero.",
            raw: { call in
                switch call[0] {
                case .int(let x):
                    guard x != .min else { throw CellRuntimeError("abs(\(x)) is outside of the range of Int") }
                    return .int(abs(x))
                case .double(let x): return .double(abs(x))
                case .float(let x): return .float(abs(x))
                default: throw HostMismatch(expected: "a number", found: call[0])
                }
            })
        registerSmallest(in: library)
        registerLargest(in: library)
        library.define(
            "func swap<T>(_ a: inout T, _ b: inout T)", "Exchanges the values of two variables.",
            raw: { call in
                let first = call[0]
                call[0] = call[1]
                call[1] = first
                return .void
            })
    }

    private static func registerSmallest(in library: HostLibrary) {
        library.define(
            "func min<T: Comparable>(_ x: T, _ y: T) -> T", "The smaller one.",
            raw: { call in
                try call[1].isLess(than: call[0]) ? call[1] : call[0]
            })
        library.define(
            "func min<T: Comparable>(_ x: T, _ y: T, _ z: T, _ rest: T...) -> T", "The smallest one.",
            raw: { call in
                var result = call[0]
                for value in [call[1], call[2]] + (try call.elements(3)) where try value.isLess(than: result) {
                    result = value
                }
                return result
            })
    }

    private static func registerLargest(in library: HostLibrary) {
        library.define(
            "func max<T: Comparable>(_ x: T, _ y: T) -> T", "The larger one.",
            raw: { call in
                try call[1].isAtLeast(call[0]) ? call[1] : call[0]
            })
        library.define(
            "func max<T: Comparable>(_ x: T, _ y: T, _ z: T, _ rest: T...) -> T", "The largest one.",
            raw: { call in
                var result = call[0]
                for value in [call[1], call[2]] + (try call.elements(3)) where try value.isAtLeast(result) {
                    result = value
                }
                return result
            })
    }
}
