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
        registerStride(Int.self, "Int", { try strideOfInt($0, $1, $2, isClosed: $3) }, in: library)
        registerStride(Double.self, "Double", { try strideOfFloating($0, $1, $2, isClosed: $3) }, in: library)
        registerStride(Float.self, "Float", { try strideOfFloating($0, $1, $2, isClosed: $3) }, in: library)
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

    private static func registerStride<T: HostConvertible>(
        _ type: T.Type, _ name: String, _ make: @escaping (T, T, T, Bool) throws -> [CellValue], in library: HostLibrary
    ) {
        library.define(
            "func stride(from start: \(name), to end: \(name), by stride: \(name)) -> AnySequence<\(name)>",
            "The numbers from `start` in steps of `stride`, before `end`.",
            raw: { .array(try make($0.value(0), $0.value(1), $0.value(2), false)) })
        library.define(
            "func stride(from start: \(name), through end: \(name), by stride: \(name)) -> AnySequence<\(name)>",
            "The numbers from `start` in steps of `stride`, up to `end` and perhaps `end` itself.",
            raw: { .array(try make($0.value(0), $0.value(1), $0.value(2), true)) })
    }

    private static func strideOfInt(_ start: Int, _ end: Int, _ step: Int, isClosed: Bool) throws -> [CellValue] {
        guard step != 0 else { throw CellRuntimeError("stride(from:to:by:) needs a step other than 0") }
        let (length, overflow) = end.subtractingReportingOverflow(start)
        guard !overflow else { throw CellRuntimeError.overflow(end, "-", start) }
        // A step past the whole length leaves the start alone; the magnitude of Int.min is no Int.
        try CellValue.checkCount(Int(clamping: length.magnitude / step.magnitude), of: "a stride")
        let values =
            isClosed
            ? Array(stride(from: start, through: end, by: step)) : Array(stride(from: start, to: end, by: step))
        return values.map { .int($0) }
    }

    private static func strideOfFloating<T: FloatingCellNumber>(
        _ start: T, _ end: T, _ step: T, isClosed: Bool
    ) throws -> [CellValue] where T.Stride == T {
        guard step != 0, step.isFinite, start.isFinite else {
            throw CellRuntimeError("stride(from:to:by:) needs a finite start and a step other than 0, got \(step)")
        }
        let count = (end - start) / step
        guard !count.isNaN, count < T(CellValue.mostElements) else {
            throw CellRuntimeError("the stride from \(start) to \(end) in steps of \(step) has too many numbers")
        }
        let values =
            isClosed
            ? Array(stride(from: start, through: end, by: step)) : Array(stride(from: start, to: end, by: step))
        return values.map { $0.toCell() }
    }
}
