internal import SessionSafety
internal import Synchronization

/// Where what cells print goes, and where `readLine()` asks.
package protocol CellOutput: AnyObject {
    func write(_ text: String, to stream: CellStream)
    /// A line that the user types, without its end; nil when there is no more.
    func readLine(prompt: String) throws -> String?
}

/// The two streams that a program writes to.
package enum CellStream: Sendable { case standardOutput, standardError }

/// The output of the session whose cell runs.
package final class CellConsole: SessionPart {
    /// The thread that runs the session's cells puts an output here, and it alone writes to it.
    private struct Holder: @unchecked Sendable { var output: (any CellOutput)? }

    private let holder = Mutex(Holder())

    package init() {}

    package static var output: (any CellOutput)? { current.holder.withLock { $0 }.output }

    /// Makes an output the current one while `body` runs.
    package static func with<Result>(_ output: any CellOutput, _ body: () throws -> Result) rethrows -> Result {
        let (console, new) = (current, Holder(output: output))
        let outer = console.holder.withLock { holder in
            let outer = holder
            holder = new
            return outer
        }
        defer { console.holder.withLock { $0 = outer } }
        return try body()
    }

    package static func write(_ text: String, to stream: CellStream = .standardOutput) {
        output?.write(text, to: stream)
    }

    /// A line on standard error; false when no cell runs that it could stand under.
    @Sendable package static func tell(_ line: String) -> Bool {
        guard let output else { return false }
        output.write(line + "\n", to: .standardError)
        return true
    }
}
