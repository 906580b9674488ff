/// An error that the code of a cell ended with, as a front end shows it.
package struct CodeError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The kind of error, such as `IndexOutOfRange`.
    package var name: String
    /// One sentence.
    package var message: String
    /// The lines that are shown, with the place in the cell; ANSI colours are allowed. Empty: name and message alone.
    package var traceback: [String]

    package init(name: String, message: String, traceback: [String] = []) {
        self.name = name
        self.message = message
        self.traceback = traceback
    }

    package var description: String { "\(name): \(message)" }
}
