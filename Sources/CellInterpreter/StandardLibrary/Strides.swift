/// The numbers of `stride(from:to:by:)`: one by one in a loop, or all of them as an array for a call.
enum Strides {
    static let name = "stride"

    /// - Parameter isClosed: whether the end belongs to it.
    static func numbers(
        from start: CellValue, to end: CellValue, by step: CellValue, isClosed: Bool
    ) throws -> AnyIterator<CellValue> {
        switch (start, end, step) {
        case (.int(let start), .int(let end), .int(let step)):
            guard step != 0 else { throw zeroStep }
            return walk(start, end, step, isClosed) { .int($0) }
        case (.double(let start), .double(let end), .double(let step)):
            guard step != 0 else { throw zeroStep }
            return walk(start, end, step, isClosed) { .double($0) }
        case (.float(let start), .float(let end), .float(let step)):
            guard step != 0 else { throw zeroStep }
            return walk(start, end, step, isClosed) { .float($0) }
        default: throw HostMismatch(expected: "numbers of one type", found: start)
        }
    }

    private static var zeroStep: CellRuntimeError { CellRuntimeError("stride(from:to:by:) needs a step other than 0") }

    private static func walk<T: Strideable>(
        _ start: T, _ end: T, _ step: T.Stride, _ isClosed: Bool, _ value: @escaping (T) -> CellValue
    ) -> AnyIterator<CellValue> {
        if isClosed {
            var numbers = stride(from: start, through: end, by: step).makeIterator()
            return AnyIterator { numbers.next().map(value) }
        }
        var numbers = stride(from: start, to: end, by: step).makeIterator()
        return AnyIterator { numbers.next().map(value) }
    }

    /// - Throws: ``CellRuntimeError`` when there are too many for an array.
    static func array(
        from start: CellValue, to end: CellValue, by step: CellValue, isClosed: Bool
    ) throws -> [CellValue] {
        let numbers = try numbers(from: start, to: end, by: step, isClosed: isClosed)
        let values = Array(numbers.prefix(CellValue.mostElements + 1))
        guard values.count <= CellValue.mostElements else {
            throw CellRuntimeError(
                "a stride from \(try text(start)) to \(try text(end)) has too many numbers to make an array of: "
                    + "the most is \(CellValue.mostElements)", hints: ["go over it with 'for … in' instead"])
        }
        return values
    }

    private static func text(_ number: CellValue) throws -> String { try CellPrinter().debugDescription(number) }
}

extension StandardLibrary {
    static func registerStrides(in library: HostLibrary) {
        for type in ["Int", "Double", "Float"] {
            library.define(
                "func stride(from start: \(type), to end: \(type), by stride: \(type)) -> AnySequence<\(type)>",
                "The numbers from `start` in steps of `stride`, before `end`.",
                raw: { .array(try Strides.array(from: $0[0], to: $0[1], by: $0[2], isClosed: false)) })
            library.define(
                "func stride(from start: \(type), through end: \(type), by stride: \(type)) -> AnySequence<\(type)>",
                "The numbers from `start` in steps of `stride`, up to `end` and perhaps `end` itself.",
                raw: { .array(try Strides.array(from: $0[0], to: $0[1], by: $0[2], isClosed: true)) })
        }
    }
}
