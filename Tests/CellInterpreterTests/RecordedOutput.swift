import CellInterpreter
import Foundation

/// Keeps what cells print.
final class RecordedOutput: CellOutput {
    private(set) var text = ""
    /// What `readLine()` gives, one after the other.
    var input: [String] = []

    func write(_ text: String, to stream: CellStream) { self.text += text }

    func readLine(prompt: String) throws -> String? { input.isEmpty ? nil : input.removeFirst() }

    /// The lines printed since the last call.
    func takeLines() -> [String] {
        defer { text = "" }
        var lines = text.components(separatedBy: "\n")
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}

/// Runs a body on a thread as cells have it, with much stack; gives what it gives.
func onDeepStack<Result>(_ body: @escaping () -> Result) -> Result {
    nonisolated(unsafe) let body = body
    nonisolated(unsafe) var result: Result?
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
        result = body()
        done.signal()
    }
    thread.stackSize = 64 << 20
    thread.start()
    done.wait()
    guard let result else { preconditionFailure("the body has run") }
    return result
}
