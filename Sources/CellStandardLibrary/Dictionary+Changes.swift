internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerDictionaryChanges(in library: HostLibrary) {
        library.define(
            "mutating func updateValue(_ value: Value, forKey key: Key) -> Value?",
            "Stores a value; gives the one that it replaces, or nil.", on: "Dictionary",
            raw: { call in
                let old = try call.changeDictionary { elements in
                    try elements.makeRoom()
                    return elements.updateValue(call[1], forKey: HashableValue(call[2]))
                }
                return .optional(old.map(OptionalBox.init))
            })
        library.define(
            "mutating func removeValue(forKey key: Key) -> Value?", "Takes a key out; gives its value, or nil.",
            on: "Dictionary",
            raw: { call in
                let old = try call.changeDictionary { $0.removeValue(forKey: HashableValue(call[1])) }
                return .optional(old.map(OptionalBox.init))
            })
        library.define(
            "mutating func removeAll(keepingCapacity keepCapacity: Bool = false)", "Takes out all keys.",
            on: "Dictionary",
            raw: { call in
                call[0] = .dictionary(DictionaryBox([:]))
                return .void
            })
        library.define(
            "mutating func reserveCapacity(_ minimumCapacity: Int)", "Makes room for keys.", on: "Dictionary",
            raw: { _ in .void })
        registerMerge(in: library)
    }

    private static func registerMerge(in library: HostLibrary) {
        for other in ["[Key: Value]", "AnySequence<(Key, Value)>"] { registerMerge(of: other, in: library) }
    }

    private static func registerMerge(of other: String, in library: HostLibrary) {
        library.define(
            "mutating func merge(_ other: \(other), uniquingKeysWith combine: (Value, Value) throws -> Value) rethrows",
            "Takes in the pairs of another one. The function combines the values of a key that both have.",
            on: "Dictionary",
            raw: { call in
                var function = try call.function2(2)
                let other = call[1]
                try call.changeDictionary { try merge(other, into: &$0, with: &function) }
                return .void
            })
    }
}
