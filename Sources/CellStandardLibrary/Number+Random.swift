internal import CellHost
internal import CellValues

extension StandardLibrary {
    static func registerRandom(in library: HostLibrary) {
        registerRandomInt(in: library)
        registerRandomFloating(Double.self, in: library)
        registerRandomFloating(Float.self, in: library)
    }

    private static func registerRandomInt(in library: HostLibrary) {
        library.define("static func random(in range: Range<Int>) -> Int", "A number of the range by chance.", on: "Int")
        {
            (range: Range<Int>) in
            guard !range.isEmpty else { throw CellRuntimeError.emptyRange("\(range)") }
            return Int.random(in: range)
        }
        library.define(
            "static func random(in range: ClosedRange<Int>) -> Int", "A number of the range by chance.", on: "Int"
        ) { (range: ClosedRange<Int>) in Int.random(in: range) }
    }

    private static func registerRandomFloating<T: FloatingCellNumber>(_ type: T.Type, in library: HostLibrary) {
        let name = T.cellName
        library.define(
            "static func random(in range: Range<\(name)>) -> \(name)", "A number of the range by chance.", on: name
        ) { (range: Range<T>) in
            guard !range.isEmpty, range.lowerBound.isFinite, range.upperBound.isFinite else {
                throw CellRuntimeError.emptyRange("\(range)")
            }
            return try random(range.lowerBound, range.upperBound, isClosed: false)
        }
        library.define(
            "static func random(in range: ClosedRange<\(name)>) -> \(name)", "A number of the range by chance.",
            on: name
        ) { (range: ClosedRange<T>) in try random(range.lowerBound, range.upperBound, isClosed: true) }
    }

    /// Swift's own generator ends the program when the range's length is not finite.
    private static func random<T: FloatingCellNumber>(_ lower: T, _ upper: T, isClosed: Bool) throws -> T {
        guard (upper - lower).isFinite else {
            throw CellRuntimeError("the range from \(lower) to \(upper) is too long to take a random number from")
        }
        return isClosed ? T.random(in: lower...upper) : T.random(in: lower..<upper)
    }
}
