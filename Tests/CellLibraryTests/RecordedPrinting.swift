import CellHost
import Display
import Foundation
import SessionSafety
import Synchronization

/// What the compiled program of a session prints; cells print to a ``RecordedCells``.
final class Printed: SessionPart {
    let text = Mutex("")
}

/// Stands in for Swift's in this module, so that what a compiled program prints can be compared with the cells'.
func print(_ items: Any..., separator: String = " ", terminator: String = "\n") {
    let text = items.map { "\($0)" }.joined(separator: separator) + terminator
    Printed.current.text.withLock { $0 += text }
}

/// Keeps what cells print.
final class RecordedCells: CellOutput {
    private(set) var text = ""
    func write(_ text: String, to stream: CellStream) { self.text += text }
    func readLine(prompt: String) throws -> String? { nil }
}

/// Keeps what goes to the stream for errors.
final class WarningOutput: CellOutput {
    var errors = ""
    func write(_ text: String, to stream: CellStream) { if stream == .standardError { errors += text } }
    func readLine(prompt: String) throws -> String? { nil }
}

/// Lists what is shown, by its text or its kind.
final class RecordedDisplay: DisplayOutput {
    private let lines = Mutex<[String]>([])

    func show(_ bundle: MIMEBundle, id: String?) { lines.withLock { $0.append(bundle.plain) } }
    func update(_ bundle: MIMEBundle, id: String) {}
    func clear(wait: Bool) { lines.withLock { $0.append("clear \(wait)") } }

    func take() -> [String] {
        lines.withLock { lines in
            defer { lines = [] }
            return lines
        }
    }
}
