extension StandardLibrary {
    private static let counted = [
        "Array", "ArraySlice", "Set", "Dictionary", "String", "Substring", "Range", "ClosedRange", "AnySequence",
    ]

    /// What every collection has at once, without making an array of it.
    static func registerCounts(in library: HostLibrary) {
        library.define("var count: Int", "How many elements it has.", onEach: counted, raw: { .int(try count($0[0])) })
        library.define(
            "var isEmpty: Bool", "Whether it has no elements.", onEach: counted.filter { !$0.hasSuffix("Range") },
            raw: { .bool(try isEmpty($0[0])) })
        library.define(
            "var first: Element?", "The first element, or nil when it is empty.", on: "Sequence",
            raw: { .optional(try $0.elements(0).first.map(OptionalBox.init)) })
        library.define(
            "var last: Element?", "The last element, or nil when it is empty.", on: "Collection",
            raw: { .optional(try $0.elements(0).last.map(OptionalBox.init)) })
        for name in strings {
            library.define(
                "var last: Character?", "The last character, or nil when it is empty.", on: name
            ) { (text: String) in
                text.last
            }
        }
        library.define(
            "func randomElement() -> Element?", "One of the elements by chance, or nil when it is empty.",
            on: "Sequence",
            raw: { .optional(try $0.elements(0).randomElement().map(OptionalBox.init)) })
        library.define("var lazy: AnySequence<Element>", "The same elements.", on: "Sequence", raw: { $0[0] })
    }

    private static func isEmpty(_ value: CellValue) throws -> Bool {
        if case .string(let box) = value { return box.text.isEmpty }
        return try count(value) == 0
    }

    private static func count(_ value: CellValue) throws -> Int {
        switch value {
        case .array(let box): return box.elements.count
        case .set(let box): return box.elements.count
        case .dictionary(let box): return box.elements.count
        case .string(let box): return box.text.count
        case .range(let box):
            guard case .int = box.lower else {
                throw CellRuntimeError("a range of \(box.lower.kindName) cannot be counted: only ranges of Int can")
            }
            let range = try box.integers()
            return try IntArithmetic.subtract(range.upperBound, range.lowerBound)
        default: return try value.elements().count
        }
    }
}
