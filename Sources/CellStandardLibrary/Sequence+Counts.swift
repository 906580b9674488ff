internal import CellHost
internal import CellValues

extension StandardLibrary {
    /// What every collection has at once, without making an array of it.
    static func registerCounts(in library: HostLibrary) {
        library.define(
            "var count: Int", "How many elements it has.", on: "Collection", raw: { .int(try count($0[0])) })
        library.define(
            "var isEmpty: Bool", "Whether it has no elements.", on: "Collection",
            raw: { .bool(try isEmpty($0[0])) })
        library.define(
            "var first: Element?", "The first element, or nil when it is empty.", on: "Collection",
            raw: { call in
                if case .array(let box) = call[0] { return .optional(box.elements.first.map(OptionalBox.init)) }
                return .optional(try call.walk(0).next().map(OptionalBox.init))
            })
        library.define(
            "var last: Element?", "The last element, or nil when it is empty.", on: "BidirectionalCollection",
            raw: { call in
                if case .array(let box) = call[0] { return .optional(box.elements.last.map(OptionalBox.init)) }
                return .optional(try CellWalk.backwards(call[0]).next().map(OptionalBox.init))
            })
        library.define(
            "init(_ base: AnySequence<Element>)", "The elements of any sequence, of which no more is known.",
            on: "AnySequence", raw: { .view(.erased($0[0])) })
        library.define(
            "func randomElement() -> Element?", "One of the elements by chance, or nil when it is empty.",
            on: "Collection", raw: { .optional(try randomElement($0[0]).map(OptionalBox.init)) })
    }

    private static func isEmpty(_ value: CellValue) throws -> Bool {
        if case .string(let box) = value { return box.text.isEmpty }
        if let count = value.knownCount { return count == 0 }
        return try CellWalk(value).next() == nil
    }

    static func count(_ value: CellValue) throws -> Int {
        if let count = value.knownCount {
            guard count < .max else { throw CellRuntimeError("a range of so many elements cannot be counted") }
            return count
        }
        if case .view(let box) = value {
            if let counted = box.counted { return try count(counted) }
            if case .string(let text)? = box.parts.first, let count = units(of: text.text, box.name) { return count }
        }
        if case .string(let box) = value { return try box.text.characterCount() }
        let walk = try CellWalk(value)
        var count = 0
        while try walk.next() != nil { count += 1 }
        return count
    }

    private static func units(of text: String, _ view: String) -> Int? {
        switch view {
        case "UTF8View": text.utf8.count
        case "UTF16View": text.utf16.count
        case "UnicodeScalarView": text.unicodeScalars.count
        default: nil
        }
    }

    private static func randomElement(_ value: CellValue) throws -> CellValue? {
        let count = try count(value)
        guard count > 0 else { return nil }
        let place = Int.random(in: 0..<count)
        if case .array(let box) = value { return box.elements[place] }
        let walk = try CellWalk(value)
        for _ in 0..<place { _ = try walk.next() }
        return try walk.next()
    }
}

extension String {
    /// How many characters it has; those of a long text are counted one by one, so that it can be stopped.
    func characterCount() throws -> Int {
        guard utf8.count > 1 << 14 else { return count }
        var watch = StopWatch()
        for _ in self { try watch.step() }
        return watch.steps
    }
}
