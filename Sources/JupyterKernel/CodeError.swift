/// An error that the code of a cell ended with, as a front end shows it.
public struct CodeError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The kind of error, such as `IndexOutOfRange`.
    public var name: String
    /// One sentence.
    public var message: String
    /// The lines that are shown, with the place in the cell; ANSI colours are allowed. Empty: name and message alone.
    public var traceback: [String]

    public init(name: String, message: String, traceback: [String] = []) {
        self.name = name
        self.message = message
        self.traceback = traceback
    }

    public var description: String { "\(name): \(message)" }
}
