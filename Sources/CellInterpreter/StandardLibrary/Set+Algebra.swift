extension StandardLibrary {
    static func registerSetAlgebra(in library: HostLibrary) {
        registerCombinations(in: library)
        registerSetChanges(in: library)
        registerSetTests(in: library)
    }

    private static var combinations:
        [(String, String, String, (Set<HashableValue>, Set<HashableValue>) -> Set<HashableValue>)]
    {
        [
            ("union", "formUnion", "The elements that are in one of both.", { $0.union($1) }),
            ("intersection", "formIntersection", "The elements that are in both.", { $0.intersection($1) }),
            ("subtracting", "subtract", "The elements that are not in the other.", { $0.subtracting($1) }),
            (
                "symmetricDifference", "formSymmetricDifference", "The elements that are in only one of both.",
                { $0.symmetricDifference($1) }
            ),
        ]
    }

    private static func registerCombinations(in library: HostLibrary) {
        for (name, _, documentation, combine) in combinations {
            library.define(
                "func \(name)(_ other: AnySequence<Element>) -> Set<Element>", documentation, on: "Set",
                raw: { .set(SetBox(combine(try set($0, 0), try keys($0, 1)))) })
        }
    }

    private static func registerSetChanges(in library: HostLibrary) {
        for (_, name, documentation, combine) in combinations {
            library.define(
                "mutating func \(name)(_ other: AnySequence<Element>)", "\(documentation) Stored in the set itself.",
                on: "Set",
                raw: { call in
                    let other = try keys(call, 1)
                    try call.changeSet { set in
                        if name == "formUnion" { set.formUnion(other) } else { set = combine(set, other) }
                    }
                    return .void
                })
        }
    }

    private static func registerSetTests(in library: HostLibrary) {
        let tests: [(String, String, (Set<HashableValue>, Set<HashableValue>) -> Bool)] = [
            ("isSubset(of", "Whether all its elements are in the other.", { $0.isSubset(of: $1) }),
            ("isSuperset(of", "Whether it has all the other's elements.", { $0.isSuperset(of: $1) }),
            ("isStrictSubset(of", "Whether the other has all its elements and more.", { $0.isStrictSubset(of: $1) }),
            (
                "isStrictSuperset(of", "Whether it has all the other's elements and more.",
                { $0.isStrictSuperset(of: $1) }
            ),
            ("isDisjoint(with", "Whether both have no element in common.", { $0.isDisjoint(with: $1) }),
        ]
        for (name, documentation, test) in tests {
            library.define(
                "func \(name) other: AnySequence<Element>) -> Bool", documentation, on: "Set",
                raw: { .bool(test(try set($0, 0), try keys($0, 1))) })
        }
    }
}
