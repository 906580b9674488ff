internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerOrdering(in library: HostLibrary) {
        library.define(
            "func sorted() -> [Element] where Element: Comparable", "The elements from smallest to largest.",
            on: "Sequence",
            raw: { call in
                var elements = try call.elements(0)
                try Sorting.sort(&elements)
                return .array(elements)
            })
        library.define(
            "func sorted(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> [Element]",
            "The elements in the order that the function tells: true when the first comes before the second.",
            on: "Sequence",
            raw: { call in
                var elements = try call.elements(0)
                try Sorting.sort(&elements, by: call[1])
                return .array(elements)
            })
        library.define(
            "func reversed() -> ReversedCollection<Self>", "The elements from last to first.",
            on: "BidirectionalCollection", raw: { .view(.reversed($0[0])) })
        library.define(
            "func reversed() -> [Element]", "The elements from last to first.", on: "Sequence",
            raw: { .array(try CellValue.view(.reversed($0[0])).elements()) })
        library.define(
            "func shuffled() -> [Element]", "The elements in an order by chance.", on: "Sequence",
            raw: { call in
                var elements = try call.elements(0)
                try shuffle(&elements)
                return .array(elements)
            })
        registerExtremes(in: library)
    }

    static func shuffle(_ elements: inout [CellValue]) throws {
        var watch = StopWatch()
        for last in elements.indices.reversed() {
            try watch.step()
            elements.swapAt(last, Int.random(in: 0...last))
        }
    }

    private static func registerExtremes(in library: HostLibrary) {
        library.define(
            "func min() -> Element? where Element: Comparable", "The smallest element, or nil when there is none.",
            on: "Sequence", raw: { try extreme($0) { try $0.isLess(than: $1) } })
        library.define(
            "func max() -> Element? where Element: Comparable", "The largest element, or nil when there is none.",
            on: "Sequence", raw: { try extreme($0) { try $1.isLess(than: $0) } })
        library.define(
            "func min(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Element?",
            "The element that the function puts first, or nil when there is none.", on: "Sequence",
            raw: { call in
                var function = try call.function2(1)
                return try extreme(call) { try function.isTrue($0, $1) }
            })
        library.define(
            "func max(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Element?",
            "The element that the function puts last, or nil when there is none.", on: "Sequence",
            raw: { call in
                var function = try call.function2(1)
                return try extreme(call) { try function.isTrue($1, $0) }
            })
    }

    /// The element that replaces all that came before it.
    private static func extreme(
        _ call: HostCall, replaces: (CellValue, CellValue) throws -> Bool
    ) throws -> CellValue {
        let walk = try call.walk(0)
        guard var result = try walk.next() else { return .none }
        while let element = try walk.next() { if try replaces(element, result) { result = element } }
        return .some(result)
    }
}
