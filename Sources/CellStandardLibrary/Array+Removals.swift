internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerArrayRemovals(in library: HostLibrary) {
        registerRemoveOne(in: library)
        registerRemoveSome(in: library)
        registerRemoveAll(in: library)
        for range in subranges { registerSubranges(range, in: library) }
    }

    private static func registerRemoveOne(in library: HostLibrary) {
        func remove(
            _ text: String, _ documentation: String,
            _ change: @escaping (inout [CellValue], HostCall) throws -> CellValue
        ) {
            library.define(
                "mutating func \(text)", documentation, onEach: arrays,
                raw: { call in try call.changeArray { try change(&$0, call) } })
        }
        library.define(
            "mutating func remove(at index: Int) -> Element", "Takes out the element at an index.", onEach: arrays,
            raw: { call in
                let place = try call.place(1)
                return try call.changeArray { $0.remove(at: place) }
            })
        for name in arrays {
            library.define(
                "mutating func removeFirst() -> Element", "Takes out the first element.", on: name,
                raw: { call in
                    guard let first = try call.array(0).elements.first else {
                        throw CellRuntimeError.empty("removeFirst()")
                    }
                    call.dropFirst(1, isSlice: name == "ArraySlice")
                    return first
                })
        }
        remove("removeLast() -> Element", "Takes out the last element.") { elements, _ in
            guard let last = elements.popLast() else { throw CellRuntimeError.empty("removeLast()") }
            return last
        }
        remove("popLast() -> Element?", "Takes out the last element; nil when there is none.") { elements, _ in
            .optional(elements.popLast().map(OptionalBox.init))
        }
        library.define(
            "mutating func popFirst() -> Element?", "Takes out the first element; nil when there is none.",
            on: "ArraySlice",
            raw: { call in
                guard let first = try call.array(0).elements.first else { return CellValue.none }
                call.dropFirst(1, isSlice: true)
                return .some(first)
            })
    }

    private static func registerRemoveSome(in library: HostLibrary) {
        func remove(_ name: String, _ documentation: String, _ change: @escaping (inout [CellValue], Int) -> Void) {
            library.define(
                "mutating func \(name)(_ k: Int)", documentation, onEach: arrays,
                raw: { call in
                    let count = try call.int(1)
                    guard count >= 0 else { throw CellRuntimeError.negative(name, count) }
                    try call.changeArray { elements in
                        guard count <= elements.count else {
                            throw CellRuntimeError.tooMany(name, count, of: elements.count)
                        }
                        change(&elements, count)
                    }
                    return .void
                })
        }
        for name in arrays {
            library.define(
                "mutating func removeFirst(_ k: Int)", "Takes out the first `k` elements.", on: name,
                raw: { call in
                    let (count, available) = (try call.int(1), try call.array(0).elements.count)
                    guard count >= 0 else { throw CellRuntimeError.negative("removeFirst", count) }
                    guard count <= available else {
                        throw CellRuntimeError.tooMany("removeFirst", count, of: available)
                    }
                    call.dropFirst(count, isSlice: name == "ArraySlice")
                    return .void
                })
        }
        remove("removeLast", "Takes out the last `k` elements.") { $0.removeLast($1) }
    }

    private static func registerRemoveAll(in library: HostLibrary) {
        library.define(
            "mutating func removeAll(keepingCapacity keepCapacity: Bool = false)", "Takes out all elements.",
            onEach: arrays,
            raw: { call in
                call[0] = .array(try call.array(0).isSlice ? ArrayBox([], slicedAt: 0) : ArrayBox([]))
                return .void
            })
        library.define(
            "mutating func removeAll(where shouldBeRemoved: (Element) throws -> Bool) rethrows",
            "Takes out the elements for which the function is true.", onEach: arrays,
            raw: { call in
                var function = try call.function(1)
                try call.changeArray { elements in try elements.removeAll { try function.isTrue($0) } }
                return .void
            })
    }

    private static func registerSubranges(_ range: String, in library: HostLibrary) {
        library.define(
            "mutating func removeSubrange(_ bounds: \(range))", "Takes out the elements of a range.", onEach: arrays,
            raw: { call in
                let places = try bounds(call[1], in: call.array(0))
                try call.changeArray { $0.removeSubrange(places) }
                return .void
            })
        library.define(
            "mutating func replaceSubrange(_ subrange: \(range), with newElements: AnySequence<Element>)",
            "Puts other elements in the place of those of a range.", onEach: arrays,
            raw: { call in
                let (added, places) = (try call.elements(2), try bounds(call[1], in: call.array(0)))
                try call.changeArray { elements in
                    try elements.makeRoom(for: added.count)
                    elements.replaceSubrange(places, with: added)
                }
                return .void
            })
    }

    private static let subranges = [
        "Range", "ClosedRange", "PartialRangeFrom", "PartialRangeUpTo", "PartialRangeThrough",
    ]
    .map { $0 + "<Int>" }

    /// The elements, counted from 0, that a range of any kind names; the ends that it leaves open are those of the array.
    private static func bounds(_ value: CellValue, in array: ArrayBox) throws -> Range<Int> {
        let (start, end) = (array.start, array.start + array.elements.count)
        guard case .range(let box) = value else { throw HostMismatch(expected: "a range", found: value) }
        let closed: RangeBox =
            switch box.kind {
            case .from: RangeBox(.halfOpen, lower: box.lower, upper: .int(end))
            case .upTo: RangeBox(.halfOpen, lower: .int(start), upper: box.upper)
            case .through: RangeBox(.closed, lower: .int(start), upper: box.upper)
            default: box
            }
        guard let bounds = try? closed.integers(), bounds.lowerBound >= start, bounds.upperBound <= end else {
            throw CellRuntimeError(
                "the range \(try box.spelling()) is out of range: \(CellRuntimeError.extent(of: array))")
        }
        return (bounds.lowerBound - start)..<(bounds.upperBound - start)
    }
}
