internal import CellHost
internal import CellValues

/// The numbers of `stride(from:to:by:)`, one by one.
enum Strides {
    /// - Parameter isClosed: whether the end belongs to it.
    static func view(
        from start: CellValue, to end: CellValue, by step: CellValue, isClosed: Bool
    ) throws -> CellValue {
        switch step {
        case .int(0), .double(0), .float(0):
            throw CellRuntimeError("stride(from:to:by:) needs a step other than 0")
        default: break
        }
        let name = isClosed ? "StrideThrough" : "StrideTo"
        return .view(
            ViewBox(name, [start, end, step]) { parts in
                switch (parts[0], parts[1], parts[2]) {
                case (.int(let start), .int(let end), .int(let step)): walk(start, end, step, isClosed) { .int($0) }
                case (.double(let start), .double(let end), .double(let step)):
                    walk(start, end, step, isClosed) { .double($0) }
                case (.float(let start), .float(let end), .float(let step)):
                    walk(start, end, step, isClosed) { .float($0) }
                default: throw HostMismatch(expected: "numbers of one type", found: parts[0])
                }
            })
    }

    private static func walk<T: Strideable>(
        _ start: T, _ end: T, _ step: T.Stride, _ isClosed: Bool, _ value: @escaping (T) -> CellValue
    ) -> CellWalk {
        if isClosed {
            var numbers = stride(from: start, through: end, by: step).makeIterator()
            return CellWalk { numbers.next().map(value) }
        }
        var numbers = stride(from: start, to: end, by: step).makeIterator()
        return CellWalk { numbers.next().map(value) }
    }
}

extension StandardLibrary {
    /// One for all numbers: literals stay free until the rest of the expression tells what they are.
    static func registerStrides(in library: HostLibrary) {
        library.define(
            "func stride<T: SignedNumeric>(from start: T, to end: T, by stride: T) -> StrideTo<T>",
            "The numbers from `start` in steps of `stride`, before `end`.",
            raw: { try Strides.view(from: $0[0], to: $0[1], by: $0[2], isClosed: false) })
        library.define(
            "func stride<T: SignedNumeric>(from start: T, through end: T, by stride: T) -> StrideThrough<T>",
            "The numbers from `start` in steps of `stride`, up to `end` and perhaps `end` itself.",
            raw: { try Strides.view(from: $0[0], to: $0[1], by: $0[2], isClosed: true) })
    }
}
