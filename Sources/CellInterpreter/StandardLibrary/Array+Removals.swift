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
        remove("remove(at index: Int) -> Element", "Takes out the element at an index.") { elements, call in
            let index = try call.int(1)
            try checkIndex(index, in: elements)
            return elements.remove(at: index)
        }
        remove("removeFirst() -> Element", "Takes out the first element.") { elements, _ in
            guard !elements.isEmpty else { throw CellRuntimeError.empty("removeFirst()") }
            return elements.removeFirst()
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
                try call.changeArray { $0.isEmpty ? CellValue.none : .some($0.removeFirst()) }
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
        remove("removeFirst", "Takes out the first `k` elements.") { $0.removeFirst($1) }
        remove("removeLast", "Takes out the last `k` elements.") { $0.removeLast($1) }
    }

    private static func registerRemoveAll(in library: HostLibrary) {
        library.define(
            "mutating func removeAll(keepingCapacity keepCapacity: Bool = false)", "Takes out all elements.",
            onEach: arrays,
            raw: { call in
                call[0] = .array([])
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
                try call.changeArray { $0.removeSubrange(try bounds(call[1], in: $0)) }
                return .void
            })
        library.define(
            "mutating func replaceSubrange(_ subrange: \(range), with newElements: AnySequence<Element>)",
            "Puts other elements in the place of those of a range.", onEach: arrays,
            raw: { call in
                let added = try call.elements(2)
                try call.changeArray { elements in
                    elements.replaceSubrange(try bounds(call[1], in: elements), with: added)
                }
                return .void
            })
    }

    private static let subranges = [
        "Range", "ClosedRange", "PartialRangeFrom", "PartialRangeUpTo", "PartialRangeThrough",
    ]
    .map { $0 + "<Int>" }

    /// The indices that a range of any kind names; the ends that it leaves open are those of the array.
    private static func bounds(_ value: CellValue, in elements: [CellValue]) throws -> Range<Int> {
        guard case .range(let box) = value else { throw HostMismatch(expected: "a range", found: value) }
        let closed: RangeBox =
            switch box.kind {
            case .from: RangeBox(.halfOpen, lower: box.lower, upper: .int(elements.count))
            case .upTo: RangeBox(.halfOpen, lower: .int(0), upper: box.upper)
            case .through: RangeBox(.closed, lower: .int(0), upper: box.upper)
            default: box
            }
        guard let bounds = try? closed.integers(), bounds.lowerBound >= 0, bounds.upperBound <= elements.count else {
            throw CellRuntimeError(
                "the range \(try box.spelling()) is out of range: "
                    + "the array has \(elements.count) elements")
        }
        return bounds
    }
}
