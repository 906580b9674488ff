internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerPairing(in library: HostLibrary) {
        library.define(
            "func zip<A: Sequence, B: Sequence>(_ sequence1: A, _ sequence2: B) -> Zip2Sequence<A, B>",
            "The elements of both in pairs, as many as the shorter one has.",
            raw: { .view(.zip($0[0], $0[1])) })
        library.define(
            "func enumerated() -> EnumeratedSequence<Self>", "Each element with its number, counted from 0.",
            on: "Sequence", raw: { .view(.enumerated($0[0])) })
        registerStrides(in: library)
        library.define(
            "func repeatElement<T>(_ element: T, count n: Int) -> Repeated<T>", "The same element over and over.",
            raw: { call in
                let count = try call.int(1)
                guard count >= 0 else { throw CellRuntimeError.negative("repeatElement(count:)", count) }
                return .view(.repeated(call[0], count))
            })
    }
}
