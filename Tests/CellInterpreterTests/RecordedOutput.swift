import CellHost
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
