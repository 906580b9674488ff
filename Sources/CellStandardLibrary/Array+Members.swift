internal import CellHost
internal import CellValues

extension StandardLibrary {
    static let arrays = ["Array", "ArraySlice"]

    static func registerArrays(in library: HostLibrary) {
        registerArrayInitialisers(in: library)
        registerArrayIndices(in: library)
        registerConcatenation(in: library)
    }

    private static func registerArrayInitialisers(in library: HostLibrary) {
        for name in arrays {
            let isSlice = name == "ArraySlice"
            func array(_ elements: [CellValue]) -> CellValue {
                .array(isSlice ? ArrayBox(elements, slicedAt: 0) : ArrayBox(elements))
            }
            library.define("init()", "An empty array.", on: name, raw: { _ in array([]) })
            library.define(
                "init(_ elements: AnySequence<Element>)", "An array of the elements.", on: name,
                raw: { array(try $0.elements(0)) })
            library.define(
                "init(repeating repeatedValue: Element, count: Int)", "The same value over and over.", on: name,
                raw: { call in
                    let count = try call.int(1)
                    try CellValue.checkCount(count, of: "an array")
                    return array(try ElementList.repeating(call[0], count: count))
                })
        }
    }

    private static func registerArrayIndices(in library: HostLibrary) {
        library.define(
            "var startIndex: Int", "The index of the first element: 0, but in a slice its place in the array.",
            onEach: arrays, raw: { .int(start($0)) })
        library.define(
            "var endIndex: Int", "One past the index of the last element.", onEach: arrays,
            raw: { .int(start($0) + (try $0.elements(0).count)) })
        library.define(
            "var indices: Range<Int>", "The indices of all elements.", onEach: arrays,
            raw: { call in
                let start = start(call)
                let end = start + (try call.elements(0).count)
                return .range(RangeBox(.halfOpen, lower: .int(start), upper: .int(end)))
            })
        for (text, documentation, compute) in indexSteps {
            library.define(text, documentation, onEach: arrays, raw: { call in .int(try compute(call)) })
        }
        library.define(
            "var description: String", "The elements as `print` shows them.", onEach: arrays + ["Set", "Dictionary"],
            raw: { [unowned library] in .string(try CellPrinter(library: library).description($0[0])) })
    }

    private static func start(_ call: HostCall) -> Int {
        if case .array(let box) = call[0] { return box.start }
        return 0
    }

    private static var indexSteps: [(String, String, (HostCall) throws -> Int)] {
        [
            ("func index(after i: Int) -> Int", "The next index.", { try IntArithmetic.add($0.int(1), 1) }),
            ("func index(before i: Int) -> Int", "The index before.", { try IntArithmetic.subtract($0.int(1), 1) }),
            (
                "func index(_ i: Int, offsetBy distance: Int) -> Int", "The index `distance` places on.",
                { try IntArithmetic.add($0.int(1), $0.int(2)) }
            ),
            (
                "func distance(from start: Int, to end: Int) -> Int", "How many places apart two indices are.",
                { try IntArithmetic.subtract($0.int(2), $0.int(1)) }
            ),
        ]
    }

    private static func registerConcatenation(in library: HostLibrary) {
        for (left, right) in [
            ("Array", "Array"), ("Array", "ArraySlice"), ("ArraySlice", "ArraySlice"), ("ArraySlice", "Array"),
        ] {
            library.define(
                "static func + (left: \(left)<Element>, right: \(right)<Element>) -> \(left)<Element>",
                "The elements of both, one after the other.", on: left,
                raw: { call in
                    let (first, second) = (try call.array(0), try call.array(1))
                    var sum = try ElementList(expecting: first.elements.count + second.elements.count)
                    try sum.append(contentsOf: first.elements[...])
                    try sum.append(contentsOf: second.elements[...])
                    return .array(first.with(sum.elements))
                })
        }
        for name in arrays {
            library.define(
                "static func += (left: inout \(name)<Element>, right: AnySequence<Element>)",
                "Adds the elements at the end.",
                on: name, raw: appendElements)
        }
    }

    /// Self is taken out of its place only after the argument is read: it may be the same array.
    static func appendElements(_ call: HostCall) throws -> CellValue {
        let added = try call.elements(1)
        try call.changeArray { try ElementList.append(added, to: &$0) }
        return .void
    }
}
