/// A mistake that a cell makes while it runs, where a compiled program would end: a bad index, an overflow, a `nil`.
///
/// ```swift
/// throw CellRuntimeError("index 7 is out of range: the array has 3 elements")
/// ```
@usableFromInline
package struct CellRuntimeError: Error, CustomStringConvertible {
    package var message: String
    /// Ways out, each a sentence.
    package var hints: [String]

    package init(_ message: String, hints: [String] = []) {
        self.message = message
        self.hints = hints
    }

    @usableFromInline package var description: String { message }
}
