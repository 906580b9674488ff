internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerSetAlgebra(in library: HostLibrary) {
        registerCombinations(in: library)
        registerSetTests(in: library)
    }

    /// What changes the first set by each element of the second.
    private typealias Combine = (inout Set<HashableValue>, Set<HashableValue>) throws -> Void

    private static var combinations: [(name: String, changing: String, documentation: String, combine: Combine)] {
        [
            (
                "union", "formUnion", "The elements that are in one of both.",
                { set, other in try forEach(other) { set.insert($0) } }
            ),
            (
                "intersection", "formIntersection", "The elements that are in both.",
                { set, other in
                    let all = set
                    try forEach(all) { if !other.contains($0) { set.remove($0) } }
                }
            ),
            (
                "subtracting", "subtract", "The elements that are not in the other.",
                { set, other in try forEach(other) { set.remove($0) } }
            ),
            (
                "symmetricDifference", "formSymmetricDifference", "The elements that are in only one of both.",
                { set, other in try forEach(other) { if set.remove($0) == nil { set.insert($0) } } }
            ),
        ]
    }

    private static func forEach(_ set: Set<HashableValue>, _ body: (HashableValue) throws -> Void) throws {
        var watch = StopWatch()
        for element in set {
            try watch.step()
            try body(element)
        }
    }

    private static func registerCombinations(in library: HostLibrary) {
        for (name, changing, documentation, combine) in combinations {
            library.define(
                "func \(name)(_ other: AnySequence<Element>) -> Set<Element>", documentation, on: "Set",
                raw: { call in
                    var result = try set(call, 0)
                    try combine(&result, try keys(call[1]))
                    return .set(SetBox(result))
                })
            library.define(
                "mutating func \(changing)(_ other: AnySequence<Element>)",
                "\(documentation) Stored in the set itself.", on: "Set",
                raw: { call in
                    let other = try keys(call[1])
                    try call.changeSet { try combine(&$0, other) }
                    return .void
                })
        }
    }

    private static func registerSetTests(in library: HostLibrary) {
        let tests: [(String, String, (Set<HashableValue>, Set<HashableValue>) throws -> Bool)] = [
            ("isSubset(of", "Whether all its elements are in the other.", isSubset),
            ("isSuperset(of", "Whether it has all the other's elements.", { try isSubset($1, $0) }),
            (
                "isStrictSubset(of", "Whether the other has all its elements and more.",
                { try $0.count < $1.count && isSubset($0, $1) }
            ),
            (
                "isStrictSuperset(of", "Whether it has all the other's elements and more.",
                { try $1.count < $0.count && isSubset($1, $0) }
            ),
            (
                "isDisjoint(with", "Whether both have no element in common.",
                { set, other in try all(set) { !other.contains($0) } }
            ),
        ]
        for (name, documentation, test) in tests {
            library.define(
                "func \(name) other: AnySequence<Element>) -> Bool", documentation, on: "Set",
                raw: { .bool(try test(set($0, 0), keys($0[1]))) })
        }
    }

    private static func isSubset(_ set: Set<HashableValue>, _ other: Set<HashableValue>) throws -> Bool {
        try set.count <= other.count && all(set) { other.contains($0) }
    }

    private static func all(_ set: Set<HashableValue>, _ fits: (HashableValue) -> Bool) throws -> Bool {
        var watch = StopWatch()
        for element in set {
            try watch.step()
            if !fits(element) { return false }
        }
        return true
    }
}
