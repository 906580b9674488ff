internal import CellHost
internal import CellValues

/// What stands for the parts of a sequence: a slice of an array, a piece of a string, a view otherwise.
private struct PartKind {
    let owner: String
    let part: String
    let element: String
    /// The elements from number `first` on, `count` of them.
    let make: (_ whole: CellValue, _ first: Int, _ count: Int) throws -> CellValue

    static var all: [PartKind] {
        [
            PartKind(owner: "Array", part: "ArraySlice<Element>", element: "Element", make: slice),
            PartKind(owner: "ArraySlice", part: "ArraySlice<Element>", element: "Element", make: slice),
            PartKind(owner: "String", part: "Substring", element: "Character", make: text),
            PartKind(owner: "Substring", part: "Substring", element: "Character", make: text),
            PartKind(owner: "Range", part: "Range<Bound>", element: "Bound", make: range),
            PartKind(owner: "Collection", part: "Slice<Self>", element: "Element", make: view),
        ]
    }

    private static func slice(_ whole: CellValue, _ first: Int, _ count: Int) throws -> CellValue {
        guard case .array(let box) = whole else { throw HostMismatch(expected: "an array", found: whole) }
        var list = try ElementList()
        try list.append(contentsOf: box.elements[first..<(first + count)])
        return .array(ArrayBox(list.elements, slicedAt: box.start + first))
    }

    private static func text(_ whole: CellValue, _ first: Int, _ count: Int) throws -> CellValue {
        let text = try String.fromCell(whole)
        let start = try text.place(first)
        if count > text.utf8.count { return .string(String(text[start...])) }
        return .string(String(text[start...].prefix(upTo: try text.place(count, from: start))))
    }

    private static func range(_ whole: CellValue, _ first: Int, _ count: Int) throws -> CellValue {
        guard case .range(let box) = whole else { throw HostMismatch(expected: "a range", found: whole) }
        let lower = try box.integers().lowerBound + first
        return .range(RangeBox(.halfOpen, lower: .int(lower), upper: .int(lower + count)))
    }

    private static func view(_ whole: CellValue, _ first: Int, _ count: Int) -> CellValue {
        .view(.part("Slice", of: whole, skipping: first, atMost: count))
    }
}

extension StandardLibrary {
    static func registerParts(in library: HostLibrary) {
        for kind in PartKind.all {
            registerCounted(kind, in: library)
            registerWhile(kind, in: library)
            registerSplit(kind, in: library)
        }
        registerPartsOfSequences(in: library)
        for name in ["Array", "ArraySlice"] { registerPartsByIndex(on: name, in: library) }
    }

    private static func registerCounted(_ kind: PartKind, in library: HostLibrary) {
        func part(_ text: String, _ documentation: String, _ place: @escaping (_ all: Int, _ count: Int) -> Range<Int>)
        {
            let name = text.prefix { $0 != "(" }
            library.define(
                "func \(text) -> \(kind.part)", documentation, on: kind.owner,
                raw: { call in
                    let count = try call.count(1, of: name)
                    let places = place(try Self.count(call[0]), count)
                    return try kind.make(call[0], places.lowerBound, places.count)
                })
        }
        library.define(
            "func prefix(_ maxLength: Int) -> \(kind.part)", "The first elements, at most `maxLength`.",
            on: kind.owner,
            raw: { call in
                // What is in front needs no count of all.
                let all = call[0].knownCount ?? .max
                return try kind.make(call[0], 0, min(all, call.count(1, of: "prefix")))
            })
        library.define(
            "func dropFirst(_ k: Int = 1) -> \(kind.part)", "All but the first `k` elements.", on: kind.owner,
            raw: { call in
                let (count, all) = (try call.count(1, of: "dropFirst"), call[0].knownCount ?? .max)
                return try kind.make(call[0], min(count, all), max(0, all - count))
            })
        part("suffix(_ maxLength: Int)", "The last elements, at most `maxLength`.") { max(0, $0 - $1)..<$0 }
        part("dropLast(_ k: Int = 1)", "All but the last `k` elements.") { 0..<max(0, $0 - $1) }
    }

    private static func registerWhile(_ kind: PartKind, in library: HostLibrary) {
        func beginning(_ call: HostCall) throws -> Int {
            var function = try call.function(1)
            let walk = try call.walk(0)
            var count = 0
            while let element = try walk.next(), try function.isTrue(element) { count += 1 }
            return count
        }
        library.define(
            "func prefix(while predicate: (\(kind.element)) throws -> Bool) rethrows -> \(kind.part)",
            "The elements before the first for which the function is false.", on: kind.owner,
            raw: { try kind.make($0[0], 0, beginning($0)) })
        library.define(
            "func drop(while predicate: (\(kind.element)) throws -> Bool) rethrows -> \(kind.part)",
            "The elements from the first on for which the function is false.", on: kind.owner,
            raw: { call in
                let count = try beginning(call)
                return try kind.make(call[0], count, (call[0].knownCount ?? .max) - count)
            })
    }

    private static func registerSplit(_ kind: PartKind, in library: HostLibrary) {
        defineSplit(kind.element, kind.part, on: kind.owner, in: library) { call, places in
            .array(try places.map { try kind.make(call[0], $0.lowerBound, $0.count) })
        }
    }

    private static func defineSplit(
        _ element: String, _ part: String, on owner: String, in library: HostLibrary,
        _ make: @escaping (HostCall, [Range<Int>]) throws -> CellValue
    ) {
        let options = "maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true"
        let requirement = element == "Element" ? " where Element: Equatable" : ""
        library.define(
            "func split(separator: \(element), \(options)) -> [\(part)]\(requirement)",
            "The pieces between the separators.", on: owner,
            raw: { call in
                try make(
                    call,
                    pieces(of: call[0], atMost: call.count(2, of: "split(maxSplits:)"), omitsEmpty: call.value(3)) {
                        $0.isEqual(to: call[1])
                    })
            })
        library.define(
            "func split(\(options), whereSeparator isSeparator: (\(element)) throws -> Bool) rethrows -> [\(part)]",
            "The pieces between the elements for which the function is true.", on: owner,
            raw: { call in
                var function = try call.function(3)
                return try make(
                    call,
                    pieces(of: call[0], atMost: call.count(1, of: "split(maxSplits:)"), omitsEmpty: call.value(2)) {
                        try function.isTrue($0)
                    })
            })
    }

    /// The places of the pieces between separators, counted from 0.
    private static func pieces(
        of value: CellValue, atMost splits: Int, omitsEmpty: Bool, at isSeparator: (CellValue) throws -> Bool
    ) throws -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var (start, place) = (0, 0)
        let walk = try CellWalk(value)
        while let element = try walk.next() {
            if pieces.count < splits, try isSeparator(element) {
                if !omitsEmpty || start < place { pieces.append(start..<place) }
                start = place + 1
            }
            place += 1
        }
        if !omitsEmpty || start < place { pieces.append(start..<place) }
        return pieces
    }

    /// Sequences that are no collections: what is in front of them, or an array.
    private static func registerPartsOfSequences(in library: HostLibrary) {
        library.define(
            "func prefix(_ maxLength: Int) -> PrefixSequence<Self>", "The first elements, at most `maxLength`.",
            on: "Sequence",
            raw: { call in
                .view(.part("PrefixSequence", of: call[0], skipping: 0, atMost: try call.count(1, of: "prefix")))
            })
        library.define(
            "func dropFirst(_ k: Int = 1) -> DropFirstSequence<Self>", "All but the first `k` elements.",
            on: "Sequence",
            raw: { call in
                let count = try call.count(1, of: "dropFirst")
                return .view(.part("DropFirstSequence", of: call[0], skipping: count, atMost: .max))
            })
        library.define(
            "func suffix(_ maxLength: Int) -> [Element]", "The last elements, at most `maxLength`.", on: "Sequence",
            raw: { .array(Array(try $0.elements(0).suffix($0.count(1, of: "suffix")))) })
        library.define(
            "func dropLast(_ k: Int = 1) -> [Element]", "All but the last `k` elements.", on: "Sequence",
            raw: { .array(Array(try $0.elements(0).dropLast($0.count(1, of: "dropLast")))) })
        library.define(
            "func prefix(while predicate: (Element) throws -> Bool) rethrows -> [Element]",
            "The elements before the first for which the function is false.", on: "Sequence",
            raw: { .array(try CellValue.view(.lazyPrefix(of: $0[0], while: $0[1])).elements()) })
        library.define(
            "func drop(while predicate: (Element) throws -> Bool) rethrows -> DropWhileSequence<Self>",
            "The elements from the first on for which the function is false.", on: "Sequence",
            raw: { .view(.lazyDrop(of: $0[0], while: $0[1])) })
        defineSplit("Element", "ArraySlice<Element>", on: "Sequence", in: library) { call, places in
            let elements = try call.elements(0)
            return .array(places.map { .array(ArrayBox(Array(elements[$0]), slicedAt: $0.lowerBound)) })
        }
    }

    private static func registerPartsByIndex(on name: String, in library: HostLibrary) {
        func part(_ text: String, _ documentation: String, _ range: @escaping (Int, Int) -> (Int, Int)) {
            library.define(
                "func \(text) -> ArraySlice<Element>", documentation, on: name,
                raw: { call in
                    let (box, index) = (try call.array(0), try call.int(1))
                    let count = box.elements.count
                    let (lower, upper) = range(index &- box.start, count)
                    guard lower >= 0, lower <= upper, upper <= count else {
                        throw CellRuntimeError.index(index, in: box)
                    }
                    var list = try ElementList()
                    try list.append(contentsOf: box.elements[lower..<upper])
                    return .array(ArrayBox(list.elements, slicedAt: box.start + lower))
                })
        }
        part("prefix(upTo end: Int)", "The elements before an index.") { index, _ in (0, index) }
        part("prefix(through position: Int)", "The elements up to an index and that one.") { index, count in
            (0, index < count ? index + 1 : -1)
        }
        part("suffix(from start: Int)", "The elements from an index on.") { index, count in (index, count) }
    }
}

extension String {
    /// The index so many characters behind another.
    fileprivate func place(_ count: Int, from start: Index? = nil) throws -> Index {
        var watch = StopWatch()
        var index = start ?? startIndex
        for _ in 0..<count {
            guard index < endIndex else { break }
            try watch.step()
            index = self.index(after: index)
        }
        return index
    }
}
