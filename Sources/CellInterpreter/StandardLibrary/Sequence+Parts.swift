/// What stands for the parts of a sequence: a slice of an array, a piece of a string, an array otherwise.
private struct PartKind {
    let owner: String
    let part: String
    let element: String
    /// Makes a part; a slice keeps its indices.
    let make: (ArraySlice<CellValue>) -> CellValue

    static var all: [PartKind] {
        [
            PartKind(owner: "Array", part: "ArraySlice<Element>", element: "Element", make: slice),
            PartKind(owner: "ArraySlice", part: "ArraySlice<Element>", element: "Element", make: slice),
            PartKind(owner: "String", part: "Substring", element: "Character", make: text),
            PartKind(owner: "Substring", part: "Substring", element: "Character", make: text),
            PartKind(owner: "Set", part: "[Element]", element: "Element") { .array(Array($0)) },
            PartKind(owner: "AnySequence", part: "[Element]", element: "Element") { .array(Array($0)) },
            PartKind(owner: "Dictionary", part: "[(key: Key, value: Value)]", element: "(key: Key, value: Value)") {
                .array(Array($0))
            },
            PartKind(owner: "Range", part: "[Bound]", element: "Bound") { .array(Array($0)) },
            PartKind(owner: "ClosedRange", part: "[Bound]", element: "Bound") { .array(Array($0)) },
        ]
    }

    private static func slice(_ part: ArraySlice<CellValue>) -> CellValue {
        .array(ArrayBox(Array(part), start: part.startIndex))
    }

    private static func text(_ characters: ArraySlice<CellValue>) -> CellValue {
        .string(characters.reduce(into: "") { if case .character(let box) = $1 { $0 += box.text } })
    }
}

extension PartKind {
    /// A part of the call's own value.
    fileprivate func make(_ part: ArraySlice<CellValue>, of call: HostCall) -> CellValue {
        let value = make(part)
        if case .array(let piece) = value, case .array(let whole) = call[0], owner != "AnySequence" {
            piece.start += whole.start
        }
        return value
    }
}

extension StandardLibrary {
    static func registerParts(in library: HostLibrary) {
        for kind in PartKind.all {
            registerCounted(kind, in: library)
            registerWhile(kind, in: library)
            registerSplit(kind, in: library)
        }
        for name in ["Array", "ArraySlice"] { registerPartsByIndex(on: name, in: library) }
    }

    private static func registerCounted(_ kind: PartKind, in library: HostLibrary) {
        func part(
            _ text: String, _ documentation: String, _ take: @escaping ([CellValue], Int) -> ArraySlice<CellValue>
        ) {
            let name = text.prefix { $0 != "(" }
            library.define(
                "func \(text) -> \(kind.part)", documentation, on: kind.owner,
                raw: { call in
                    let count = try call.int(1)
                    guard count >= 0 else { throw CellRuntimeError.negative("\(name)", count) }
                    return kind.make(take(try call.elements(0), count), of: call)
                })
        }
        part("prefix(_ maxLength: Int)", "The first elements, at most `maxLength`.") { $0.prefix($1) }
        part("suffix(_ maxLength: Int)", "The last elements, at most `maxLength`.") { $0.suffix($1) }
        part("dropFirst(_ k: Int = 1)", "All but the first `k` elements.") { $0.dropFirst($1) }
        part("dropLast(_ k: Int = 1)", "All but the last `k` elements.") { $0.dropLast($1) }
    }

    private static func registerWhile(_ kind: PartKind, in library: HostLibrary) {
        library.define(
            "func prefix(while predicate: (\(kind.element)) throws -> Bool) rethrows -> \(kind.part)",
            "The elements before the first for which the function is false.", on: kind.owner,
            raw: { call in
                var function = try call.function(1)
                return kind.make(try call.elements(0).prefix { try function.isTrue($0) }, of: call)
            })
        library.define(
            "func drop(while predicate: (\(kind.element)) throws -> Bool) rethrows -> \(kind.part)",
            "The elements from the first on for which the function is false.", on: kind.owner,
            raw: { call in
                var function = try call.function(1)
                return kind.make(try call.elements(0).drop { try function.isTrue($0) }, of: call)
            })
    }

    private static func registerSplit(_ kind: PartKind, in library: HostLibrary) {
        let options = "maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true"
        func split(_ call: HostCall, at isSeparator: (CellValue) throws -> Bool) throws -> CellValue {
            let maximum = try call.int(2)
            guard maximum >= 0 else { throw CellRuntimeError.negative("split(maxSplits:)", maximum) }
            let parts = try call.elements(0).split(
                maxSplits: maximum, omittingEmptySubsequences: call.value(3), whereSeparator: isSeparator)
            return .array(parts.map { kind.make($0, of: call) })
        }
        let requirement = kind.element == "Element" ? " where Element: Equatable" : ""
        library.define(
            "func split(separator: \(kind.element), \(options)) -> [\(kind.part)]\(requirement)",
            "The pieces between the separators.", on: kind.owner,
            raw: { call in try split(call) { $0.isEqual(to: call[1]) } })
        library.define(
            "func split(\(options), whereSeparator isSeparator: (\(kind.element)) throws -> Bool) rethrows"
                + " -> [\(kind.part)]",
            "The pieces between the elements for which the function is true.", on: kind.owner,
            raw: { call in
                var function = try call.function(3)
                let maximum = try call.int(1)
                guard maximum >= 0 else { throw CellRuntimeError.negative("split(maxSplits:)", maximum) }
                let parts = try call.elements(0).split(
                    maxSplits: maximum, omittingEmptySubsequences: call.value(2)
                ) { try function.isTrue($0) }
                return .array(parts.map { kind.make($0, of: call) })
            })
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
                    return .array(ArrayBox(Array(box.elements[lower..<upper]), start: box.start + lower))
                })
        }
        part("prefix(upTo end: Int)", "The elements before an index.") { index, _ in (0, index) }
        part("prefix(through position: Int)", "The elements up to an index and that one.") { index, count in
            (0, index < count ? index + 1 : -1)
        }
        part("suffix(from start: Int)", "The elements from an index on.") { index, count in (index, count) }
    }
}
