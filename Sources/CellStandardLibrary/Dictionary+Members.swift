internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerDictionaries(in library: HostLibrary) {
        registerDictionaryInitialisers(in: library)
        library.define(
            "var keys: DictionaryKeys<Key, Value>", "All keys.", on: "Dictionary", raw: { .view(.keys(of: $0[0])) })
        library.define(
            "func contains(_ element: Key) -> Bool", "Whether it is a key of the dictionary.", on: "Dictionary.Keys",
            raw: { call in
                guard case .view(let box) = call[0], case .dictionary(let dictionary)? = box.parts.first else {
                    throw HostMismatch(expected: "keys", found: call[0])
                }
                return .bool(dictionary.elements[HashableValue(call[1])] != nil)
            })
        library.define(
            "var values: DictionaryValues<Key, Value>", "All values, in the order of the keys.", on: "Dictionary",
            raw: { .view(.values(of: $0[0])) })
        registerDictionaryTransforms(in: library)
    }

    private static func registerDictionaryInitialisers(in library: HostLibrary) {
        library.define(
            "init()", "An empty dictionary.", on: "Dictionary", raw: { _ in .dictionary(DictionaryBox([:])) })
        library.define(
            "init(uniqueKeysWithValues keysAndValues: AnySequence<(Key, Value)>)",
            "The pairs as a dictionary. A key that comes twice is an error.", on: "Dictionary", raw: uniqueKeys)
        library.define(
            "init(_ keysAndValues: AnySequence<(Key, Value)>, uniquingKeysWith combine: (Value, Value) throws -> Value)"
                + " rethrows",
            "The pairs as a dictionary. The function combines the values of a key that comes twice.", on: "Dictionary",
            raw: { call in
                var function = try call.function2(1)
                var result: [HashableValue: CellValue] = [:]
                try merge(call[0], into: &result, with: &function)
                return .dictionary(DictionaryBox(result))
            })
        library.define(
            "init<T>(grouping values: AnySequence<T>, by keyForValue: (T) throws -> Key) rethrows where Value == [T]",
            "The elements in groups: those for which the function gives the same key.", on: "Dictionary", raw: grouping)
    }

    private static func registerDictionaryTransforms(in library: HostLibrary) {
        library.define(
            "func mapValues<T>(_ transform: (Value) throws -> T) rethrows -> [Key: T]",
            "The same keys, with what the function gives for each value.", on: "Dictionary",
            raw: { call in
                var function = try call.function(1)
                return .dictionary(DictionaryBox(try dictionary(call, 0).mapValues { try function($0) }))
            })
        library.define(
            "func compactMapValues<T>(_ transform: (Value) throws -> T?) rethrows -> [Key: T]",
            "The keys whose value the function does not make nil, with what it gives.", on: "Dictionary",
            raw: { call in
                var function = try call.function(1)
                let result = try dictionary(call, 0).compactMapValues { value -> CellValue? in
                    guard case .optional(let box?) = try function(value) else { return nil }
                    return box.value
                }
                return .dictionary(DictionaryBox(result))
            })
        library.define(
            "func filter(_ isIncluded: ((key: Key, value: Value)) throws -> Bool) rethrows -> [Key: Value]",
            "The pairs for which the function is true.", on: "Dictionary",
            raw: { call in
                var result: [HashableValue: CellValue] = [:]
                for pair in try filter(call) {
                    let (key, value) = try parts(of: pair)
                    result[HashableValue(key)] = value
                }
                return .dictionary(DictionaryBox(result))
            })
        for other in ["[Key: Value]", "AnySequence<(Key, Value)>"] { registerMerging(of: other, in: library) }
    }

    private static func registerMerging(of other: String, in library: HostLibrary) {
        library.define(
            "func merging(_ other: \(other), uniquingKeysWith combine: (Value, Value) throws -> Value)"
                + " rethrows -> [Key: Value]",
            "Both in one. The function combines the values of a key that both have.", on: "Dictionary",
            raw: { call in
                var function = try call.function2(2)
                var result = try dictionary(call, 0)
                try merge(call[1], into: &result, with: &function)
                return .dictionary(DictionaryBox(result))
            })
    }

    // MARK: Bodies

    private static func uniqueKeys(_ call: HostCall) throws -> CellValue {
        var result: [HashableValue: CellValue] = [:]
        let walk = try call.walk(0)
        while let pair = try walk.next() {
            let (key, value) = try parts(of: pair)
            try result.makeRoom()
            guard result.updateValue(value, forKey: HashableValue(key)) == nil else {
                throw CellRuntimeError(
                    "the key \(try CellPrinter().debugDescription(key)) comes more than once",
                    hints: ["use Dictionary(_:uniquingKeysWith:) to say which value stays"])
            }
        }
        return .dictionary(DictionaryBox(result))
    }

    private static func grouping(_ call: HostCall) throws -> CellValue {
        var function = try call.function(1)
        var groups: [HashableValue: [CellValue]] = [:]
        let walk = try call.walk(0)
        while let element = try walk.next() {
            groups[HashableValue(try function(element)), default: []].append(element)
        }
        return .dictionary(DictionaryBox(groups.mapValues { .array($0) }))
    }

    static func merge(
        _ pairs: CellValue, into result: inout [HashableValue: CellValue], with combine: inout BinaryFunction
    ) throws {
        let walk = try CellWalk(pairs)
        while let pair = try walk.next() {
            let (key, value) = try parts(of: pair)
            let hashable = HashableValue(key)
            try result.makeRoom()
            result[hashable] = try result[hashable].map { try combine($0, value) } ?? value
        }
    }

    static func parts(of pair: CellValue) throws -> (CellValue, CellValue) {
        guard case .tuple(let box) = pair, box.elements.count == 2 else {
            throw HostMismatch(expected: "a pair", found: pair)
        }
        return (box.elements[0], box.elements[1])
    }

    static func dictionary(_ call: HostCall, _ index: Int) throws -> [HashableValue: CellValue] {
        guard case .dictionary(let box) = call[index] else {
            throw HostMismatch(expected: "a dictionary", found: call[index])
        }
        return box.elements
    }
}
