extension StandardLibrary {
    static func registerSearching(in library: HostLibrary) {
        registerContains(in: library)
        registerFirst(in: library)
        registerIndices(in: library)
        registerStarts(in: library)
    }

    private static func registerContains(in library: HostLibrary) {
        library.define(
            "func contains(_ element: Element) -> Bool where Element: Equatable", "Whether it has an equal element.",
            on: "Sequence", raw: { call in .bool(try call.elements(0).contains { $0.isEqual(to: call[1]) }) })
        library.define(
            "func contains(where predicate: (Element) throws -> Bool) rethrows -> Bool",
            "Whether the function is true for an element.", on: "Sequence",
            raw: { call in
                var function = try call.function(1)
                return .bool(try call.elements(0).contains { try function.isTrue($0) })
            })
        library.define(
            "func allSatisfy(_ predicate: (Element) throws -> Bool) rethrows -> Bool",
            "Whether the function is true for every element.", on: "Sequence",
            raw: { call in
                var function = try call.function(1)
                return .bool(try call.elements(0).allSatisfy { try function.isTrue($0) })
            })
        library.define(
            "func count(where predicate: (Element) throws -> Bool) rethrows -> Int",
            "For how many elements the function is true.", on: "Sequence", raw: { .int(try filter($0).count) })
    }

    private static func registerFirst(in library: HostLibrary) {
        library.define(
            "func first(where predicate: (Element) throws -> Bool) rethrows -> Element?",
            "The first element for which the function is true, or nil.", on: "Sequence",
            raw: { call in
                var function = try call.function(1)
                return .optional(try call.elements(0).first { try function.isTrue($0) }.map(OptionalBox.init))
            })
        library.define(
            "func last(where predicate: (Element) throws -> Bool) rethrows -> Element?",
            "The last element for which the function is true, or nil.", on: "Collection",
            raw: { call in
                var function = try call.function(1)
                return .optional(try call.elements(0).last { try function.isTrue($0) }.map(OptionalBox.init))
            })
    }

    private static func registerIndices(in library: HostLibrary) {
        library.define(
            "func firstIndex(of element: Element) -> Int? where Element: Equatable",
            "The place of the first equal element, or nil.", on: "Collection",
            raw: { call in try index(call, call.elements(0).firstIndex { $0.isEqual(to: call[1]) }) })
        library.define(
            "func lastIndex(of element: Element) -> Int? where Element: Equatable",
            "The place of the last equal element, or nil.", on: "Collection",
            raw: { call in try index(call, call.elements(0).lastIndex { $0.isEqual(to: call[1]) }) })
        library.define(
            "func firstIndex(where predicate: (Element) throws -> Bool) rethrows -> Int?",
            "The place of the first element for which the function is true, or nil.", on: "Collection",
            raw: { call in
                var function = try call.function(1)
                return try index(call, call.elements(0).firstIndex { try function.isTrue($0) })
            })
        library.define(
            "func lastIndex(where predicate: (Element) throws -> Bool) rethrows -> Int?",
            "The place of the last element for which the function is true, or nil.", on: "Collection",
            raw: { call in
                var function = try call.function(1)
                return try index(call, call.elements(0).lastIndex { try function.isTrue($0) })
            })
    }

    private static func index(_ call: HostCall, _ place: Int?) throws -> CellValue {
        switch (place, call[0]) {
        case (let place?, .array(let box)): return .some(.int(box.start + place))
        case (let place?, .range(let box)): return .some(.int(try box.integers().lowerBound + place))
        default: return place.toCell()
        }
    }

    private static func registerStarts(in library: HostLibrary) {
        library.define(
            "func starts(with possiblePrefix: AnySequence<Element>) -> Bool where Element: Equatable",
            "Whether it begins with these elements.", on: "Sequence",
            raw: { call in
                let (elements, start) = (try call.elements(0), try call.elements(1))
                return .bool(elements.starts(with: start) { $0.isEqual(to: $1) })
            })
        library.define(
            "func elementsEqual(_ other: AnySequence<Element>) -> Bool where Element: Equatable",
            "Whether both have equal elements in the same order.", on: "Sequence",
            raw: { .bool(CellValue.areEqual(try $0.elements(0), try $0.elements(1))) })
        library.define(
            "func lexicographicallyPrecedes(_ other: AnySequence<Element>) -> Bool where Element: Comparable",
            "Whether it comes before the other, by the first elements that differ.", on: "Sequence",
            raw: { .bool(try CellValue.isLess($0.elements(0), $0.elements(1))) })
    }
}
