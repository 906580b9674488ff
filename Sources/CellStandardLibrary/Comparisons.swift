internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerComparisons(in library: HostLibrary) {
        registerComparisons(of: Int.self, "Int", in: library)
        registerComparisons(of: Double.self, "Double", in: library)
        registerComparisons(of: Float.self, "Float", in: library)
        registerComparisons(of: String.self, "String", in: library)
        registerEquality(of: Bool.self, "Bool", in: library)
        registerGenericEquality(in: library)
        registerGenericOrder(in: library)
    }

    private static func registerEquality<T: HostConvertible & Equatable>(
        of type: T.Type, _ name: String, in library: HostLibrary
    ) {
        library.define("static func == (left: \(name), right: \(name)) -> Bool", "Whether both are equal.", on: name) {
            (left: T, right: T) in left == right
        }
        library.define("static func != (left: \(name), right: \(name)) -> Bool", "Whether both differ.", on: name) {
            (left: T, right: T) in left != right
        }
    }

    private static func registerComparisons<T: HostConvertible & Comparable>(
        of type: T.Type, _ name: String, in library: HostLibrary
    ) {
        registerEquality(of: type, name, in: library)
        let operators: [(String, String, (T, T) -> Bool)] = [
            ("<", "Whether the left one is smaller.", { $0 < $1 }),
            ("<=", "Whether the left one is not larger.", { $0 <= $1 }),
            (">", "Whether the left one is larger.", { $0 > $1 }),
            (">=", "Whether the left one is not smaller.", { $0 >= $1 }),
        ]
        for (symbol, documentation, compare) in operators {
            library.define("static func \(symbol) (left: \(name), right: \(name)) -> Bool", documentation, on: name) {
                (left: T, right: T) in compare(left, right)
            }
        }
    }

    /// Tuples have operators too, but are not Equatable or Comparable themselves.
    private static func registerGenericEquality(in library: HostLibrary) {
        for constraint in ["Equatable", "TupleOfEquatables"] {
            library.define(
                "func == <T: \(constraint)>(left: T, right: T) -> Bool", "Whether both are equal, part by part.",
                raw: { .bool($0[0].isEqual(to: $0[1])) })
            library.define(
                "func != <T: \(constraint)>(left: T, right: T) -> Bool", "Whether both differ in some part.",
                raw: { .bool(!$0[0].isEqual(to: $0[1])) })
        }
    }

    private static func registerGenericOrder(in library: HostLibrary) {
        for constraint in ["Comparable", "TupleOfComparables"] { registerOrder(of: constraint, in: library) }
    }

    private static func registerOrder(of constraint: String, in library: HostLibrary) {
        library.define(
            "func < <T: \(constraint)>(left: T, right: T) -> Bool", "Whether the left one comes first.",
            raw: { .bool(try $0[0].isLess(than: $0[1])) })
        library.define(
            "func > <T: \(constraint)>(left: T, right: T) -> Bool", "Whether the right one comes first.",
            raw: { .bool(try $0[1].isLess(than: $0[0])) })
        library.define(
            "func <= <T: \(constraint)>(left: T, right: T) -> Bool", "Whether the right one does not come first.",
            raw: { .bool(try $0[1].isAtLeast($0[0])) })
        library.define(
            "func >= <T: \(constraint)>(left: T, right: T) -> Bool", "Whether the left one does not come first.",
            raw: { .bool(try $0[0].isAtLeast($0[1])) })
    }
}
