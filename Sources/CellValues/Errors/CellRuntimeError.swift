/// A mistake that a cell makes while it runs, where a compiled program would end: a bad index, an overflow, a `nil`.
///
/// ```swift
/// throw CellRuntimeError("index 7 is out of range: the array has 3 elements")
/// ```
public struct CellRuntimeError: Error, CustomStringConvertible {
    public var message: String
    /// Ways out, each a sentence.
    public var hints: [String]

    public init(_ message: String, hints: [String] = []) {
        self.message = message
        self.hints = hints
    }

    public var description: String { message }
}
