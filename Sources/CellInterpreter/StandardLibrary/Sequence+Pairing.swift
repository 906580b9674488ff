extension StandardLibrary {
    static func registerPairing(in library: HostLibrary) {
        registerZip(in: library)
        library.define(
            "func enumerated() -> AnySequence<(offset: Int, element: Element)>",
            "Each element with its number, counted from 0.", on: "Sequence",
            raw: { call in
                let labels = ["offset", "element"]
                return .array(try call.elements(0).enumerated().map { .tuple([.int($0), $1], labels: labels) })
            })
        registerStrides(in: library)
        library.define(
            "func repeatElement<T>(_ element: T, count n: Int) -> AnySequence<T>", "The same element over and over.",
            raw: { call in
                let count = try call.int(1)
                try CellValue.checkCount(count, of: "a sequence")
                return .array(Array(repeating: call[0], count: count))
            })
    }

    private static func registerZip(in library: HostLibrary) {
        let documentation = "The elements of both in pairs, as many as the shorter one has."
        library.define(
            "func zip<A, B>(_ sequence1: AnySequence<A>, _ sequence2: AnySequence<B>) -> AnySequence<(A, B)>",
            documentation, raw: zipped)
        library.define(
            "func zip<A>(_ sequence1: AnySequence<A>, _ sequence2: PartialRangeFrom<Int>) -> AnySequence<(A, Int)>",
            documentation, raw: zipped)
        library.define(
            "func zip<B>(_ sequence1: PartialRangeFrom<Int>, _ sequence2: AnySequence<B>) -> AnySequence<(Int, B)>",
            documentation, raw: zipped)
    }

    private static func zipped(_ call: HostCall) throws -> CellValue {
        if case .range(let box) = call[0], box.kind == .from, case .int(let start) = box.lower {
            return .array(zip(start..., try call.elements(1)).map { .tuple([.int($0), $1]) })
        }
        if case .range(let box) = call[1], box.kind == .from, case .int(let start) = box.lower {
            return .array(zip(try call.elements(0), start...).map { .tuple([$0, .int($1)]) })
        }
        return .array(zip(try call.elements(0), try call.elements(1)).map { .tuple([$0, $1]) })
    }
}
