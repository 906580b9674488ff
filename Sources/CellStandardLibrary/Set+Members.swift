internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerSets(in library: HostLibrary) {
        library.define("init()", "An empty set.", on: "Set", raw: { _ in .set(SetBox([])) })
        library.define(
            "init(_ sequence: AnySequence<Element>)", "The elements, each one once.", on: "Set",
            raw: { .set(SetBox(try keys($0[0]))) })
        library.define(
            "func contains(_ member: Element) -> Bool", "Whether the element is in it.", on: "Set",
            raw: { .bool(try set($0, 0).contains(HashableValue($0[1]))) })
        registerSetInsertion(in: library)
        registerSetRemoval(in: library)
    }

    private static func registerSetInsertion(in library: HostLibrary) {
        library.define(
            "mutating func insert(_ newMember: Element) -> (inserted: Bool, memberAfterInsert: Element)",
            "Puts an element in, unless an equal one is there.", on: "Set",
            raw: { call in
                let (inserted, member) = try call.changeSet { set in
                    try set.makeRoom()
                    return set.insert(HashableValue(call[1]))
                }
                return .tuple([.bool(inserted), member.value], labels: ["inserted", "memberAfterInsert"])
            })
        library.define(
            "mutating func update(with newMember: Element) -> Element?",
            "Puts an element in; gives the equal one that it replaces, or nil.", on: "Set",
            raw: { call in try optional(call.changeSet { $0.update(with: HashableValue(call[1])) }) })
        library.define(
            "mutating func reserveCapacity(_ minimumCapacity: Int)", "Makes room for elements.", on: "Set",
            raw: { _ in .void })
    }

    private static func registerSetRemoval(in library: HostLibrary) {
        library.define(
            "mutating func remove(_ member: Element) -> Element?", "Takes an element out; nil when it is not there.",
            on: "Set", raw: { call in try optional(call.changeSet { $0.remove(HashableValue(call[1])) }) })
        library.define(
            "mutating func removeFirst() -> Element", "Takes out one of the elements.", on: "Set",
            raw: { call in
                try call.changeSet { set in
                    guard let first = set.popFirst() else { throw CellRuntimeError.empty("removeFirst()", "the set") }
                    return first.value
                }
            })
        library.define(
            "mutating func popFirst() -> Element?", "Takes out one of the elements; nil when there is none.", on: "Set",
            raw: { call in try optional(call.changeSet { $0.popFirst() }) })
        library.define(
            "mutating func removeAll(keepingCapacity keepCapacity: Bool = false)", "Takes out all elements.", on: "Set",
            raw: { call in
                call[0] = .set(SetBox([]))
                return .void
            })
    }

    private static func optional(_ value: HashableValue?) -> CellValue {
        .optional(value.map { OptionalBox($0.value) })
    }

    static func set(_ call: HostCall, _ index: Int) throws -> Set<HashableValue> {
        guard case .set(let box) = call[index] else { throw HostMismatch(expected: "a set", found: call[index]) }
        return box.elements
    }

    /// The elements of any sequence as a set has them.
    static func keys(_ value: CellValue) throws -> Set<HashableValue> {
        if case .set(let box) = value { return box.elements }
        var result: Set<HashableValue> = []
        let walk = try CellWalk(value)
        while let element = try walk.next() {
            try result.makeRoom()
            result.insert(HashableValue(element))
        }
        return result
    }
}
