internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerArrayChanges(in library: HostLibrary) {
        registerInsertions(in: library)
        registerRearranging(in: library)
        library.define(
            "mutating func reserveCapacity(_ n: Int)", "Makes room for `n` elements.", onEach: arrays,
            raw: { call in
                try CellValue.checkCount(call.int(1), of: "an array")
                return .void
            })
    }

    private static func registerInsertions(in library: HostLibrary) {
        library.define(
            "mutating func append(_ newElement: Element)", "Adds an element at the end.", onEach: arrays,
            raw: { call in
                try call.changeArray { elements in
                    if elements.count == elements.capacity { try elements.makeRoom(for: 1) }
                    elements.append(call[1])
                }
                return .void
            })
        library.define(
            "mutating func append(contentsOf newElements: AnySequence<Element>)", "Adds elements at the end.",
            onEach: arrays, raw: appendElements)
        library.define(
            "mutating func insert(_ newElement: Element, at i: Int)", "Puts an element before the one at an index.",
            onEach: arrays,
            raw: { call in
                let place = try call.gap(2)
                try call.changeArray { elements in
                    try elements.makeRoom(for: 1)
                    elements.insert(call[1], at: place)
                }
                return .void
            })
        library.define(
            "mutating func insert(contentsOf newElements: AnySequence<Element>, at i: Int)",
            "Puts elements before the one at an index.", onEach: arrays,
            raw: { call in
                let (added, place) = (try call.elements(1), try call.gap(2))
                try call.changeArray { elements in
                    try elements.makeRoom(for: added.count)
                    elements.insert(contentsOf: added, at: place)
                }
                return .void
            })
    }

    private static func registerRearranging(in library: HostLibrary) {
        library.define(
            "mutating func swapAt(_ i: Int, _ j: Int)", "Exchanges two elements.", onEach: arrays,
            raw: { call in
                let (first, second) = (try call.place(1), try call.place(2))
                try call.changeArray { $0.swapAt(first, second) }
                return .void
            })
        rearrange("reverse()", "Puts the elements in the opposite order.", in: library) { elements, _ in
            var (low, high) = (0, elements.count - 1)
            var watch = StopWatch()
            while low < high {
                try watch.step()
                elements.swapAt(low, high)
                (low, high) = (low + 1, high - 1)
            }
        }
        rearrange("shuffle()", "Puts the elements in an order by chance.", in: library) { elements, _ in
            try shuffle(&elements)
        }
        library.define(
            "mutating func sort() where Element: Comparable", "Puts the elements in order, smallest first.",
            onEach: arrays,
            raw: { call in
                try call.changeArray { try Sorting.sort(&$0) }
                return .void
            })
        rearrange(
            "sort(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows",
            "Puts the elements in the order that the function tells.", in: library
        ) { elements, call in try Sorting.sort(&elements, by: call[1]) }
    }

    private static func rearrange(
        _ text: String, _ documentation: String, in library: HostLibrary,
        _ change: @escaping (inout [CellValue], HostCall) throws -> Void
    ) {
        library.define(
            "mutating func \(text)", documentation, onEach: arrays,
            raw: { call in
                try call.changeArray { try change(&$0, call) }
                return .void
            })
    }
}
