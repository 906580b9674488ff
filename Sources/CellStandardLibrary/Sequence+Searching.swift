internal import CellHost
internal import CellValues

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
            on: "Sequence", raw: { call in .bool(try first(call) { $0.isEqual(to: call[1]) } != nil) })
        library.define(
            "func contains(where predicate: (Element) throws -> Bool) rethrows -> Bool",
            "Whether the function is true for an element.", on: "Sequence",
            raw: { call in
                var function = try call.function(1)
                return .bool(try first(call) { try function.isTrue($0) } != nil)
            })
        library.define(
            "func allSatisfy(_ predicate: (Element) throws -> Bool) rethrows -> Bool",
            "Whether the function is true for every element.", on: "Sequence",
            raw: { call in
                var function = try call.function(1)
                return .bool(try first(call) { try !function.isTrue($0) } == nil)
            })
        library.define(
            "func count(where predicate: (Element) throws -> Bool) rethrows -> Int",
            "For how many elements the function is true.", on: "Sequence",
            raw: { call in
                var function = try call.function(1)
                let walk = try call.walk(0)
                var count = 0
                while let element = try walk.next() { if try function.isTrue(element) { count += 1 } }
                return .int(count)
            })
    }

    private static func registerFirst(in library: HostLibrary) {
        library.define(
            "func first(where predicate: (Element) throws -> Bool) rethrows -> Element?",
            "The first element for which the function is true, or nil.", on: "Sequence",
            raw: { call in
                var function = try call.function(1)
                return .optional(try first(call) { try function.isTrue($0) }.map { OptionalBox($0.element) })
            })
        library.define(
            "func last(where predicate: (Element) throws -> Bool) rethrows -> Element?",
            "The last element for which the function is true, or nil.", on: "BidirectionalCollection",
            raw: { call in
                var function = try call.function(1)
                return .optional(try last(call) { try function.isTrue($0) }.map { OptionalBox($0.element) })
            })
    }

    private static func registerIndices(in library: HostLibrary) {
        library.define(
            "func firstIndex(of element: Element) -> Int? where Element: Equatable",
            "The place of the first equal element, or nil.", on: "RandomAccessCollection",
            raw: { call in try index(call, first(call) { $0.isEqual(to: call[1]) }?.place) })
        library.define(
            "func lastIndex(of element: Element) -> Int? where Element: Equatable",
            "The place of the last equal element, or nil.", on: "RandomAccessCollection",
            raw: { call in try index(call, last(call) { $0.isEqual(to: call[1]) }?.place) })
        library.define(
            "func firstIndex(where predicate: (Element) throws -> Bool) rethrows -> Int?",
            "The place of the first element for which the function is true, or nil.", on: "RandomAccessCollection",
            raw: { call in
                var function = try call.function(1)
                return try index(call, first(call) { try function.isTrue($0) }?.place)
            })
        library.define(
            "func lastIndex(where predicate: (Element) throws -> Bool) rethrows -> Int?",
            "The place of the last element for which the function is true, or nil.", on: "RandomAccessCollection",
            raw: { call in
                var function = try call.function(1)
                return try index(call, last(call) { try function.isTrue($0) }?.place)
            })
    }

    private typealias Found = (place: Int, element: CellValue)

    private static func first(_ call: HostCall, where fits: (CellValue) throws -> Bool) throws -> Found? {
        let walk = try call.walk(0)
        var place = 0
        while let element = try walk.next() {
            if try fits(element) { return (place, element) }
            place += 1
        }
        return nil
    }

    private static func last(_ call: HostCall, where fits: (CellValue) throws -> Bool) throws -> Found? {
        let walk = try CellWalk.backwards(call[0])
        var place = -1
        while let element = try walk.next() {
            if try fits(element) { return (try count(call[0]) + place, element) }
            place -= 1
        }
        return nil
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
                let (all, start) = (try call.walk(0), try call.walk(1))
                while let wanted = try start.next() {
                    guard let element = try all.next(), element.isEqual(to: wanted) else { return .bool(false) }
                }
                return .bool(true)
            })
        library.define(
            "func elementsEqual(_ other: AnySequence<Element>) -> Bool where Element: Equatable",
            "Whether both have equal elements in the same order.", on: "Sequence",
            raw: { call in
                let (left, right) = (try call.walk(0), try call.walk(1))
                while let element = try left.next() {
                    guard let other = try right.next(), element.isEqual(to: other) else { return .bool(false) }
                }
                return .bool(try right.next() == nil)
            })
        library.define(
            "func lexicographicallyPrecedes(_ other: AnySequence<Element>) -> Bool where Element: Comparable",
            "Whether it comes before the other, by the first elements that differ.", on: "Sequence",
            raw: { call in
                let (left, right) = (try call.walk(0), try call.walk(1))
                while let other = try right.next() {
                    guard let element = try left.next() else { return .bool(true) }
                    if try element.isLess(than: other) { return .bool(true) }
                    if try other.isLess(than: element) { return .bool(false) }
                }
                return .bool(false)
            })
    }
}
