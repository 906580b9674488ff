/// Where what cells print goes, and where `readLine()` asks.
public protocol CellOutput: AnyObject {
    func write(_ text: String, to stream: CellStream)
    /// A line that the user types, without its end; nil when there is no more.
    func readLine(prompt: String) throws -> String?
}

/// The two streams that a program writes to.
public enum CellStream: Sendable { case standardOutput, standardError }

/// The output of the session whose cell is running. The interpreter sets it before a cell runs.
enum CellConsole {
    /// Only the thread that runs cells reads and writes it.
    nonisolated(unsafe) static var current: (any CellOutput)?

    static func write(_ text: String, to stream: CellStream = .standardOutput) { current?.write(text, to: stream) }
}
