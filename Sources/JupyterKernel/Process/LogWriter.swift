internal import Platform
internal import SessionSafety

/// Writes to a descriptor that nobody may be reading: who logs never waits, and what finds no room is dropped.
final class LogWriter: Sendable {
    private struct State {
        var text = ""
        var leftOut = 0
    }

    private let state = Monitor(State())
    private static let roomBytes = 256 << 10

    init(_ descriptor: Int32) {
        BackgroundThread.start(stackBytes: 256 << 10) { [state] in
            while true { Self.write(state.wait(Self.take), to: descriptor) }
        }
    }

    /// Takes `text` for writing; returns at once.
    func write(_ text: String) {
        state.change {
            if $0.text.utf8.count + text.utf8.count <= Self.roomBytes {
                $0.text += text
            } else {
                $0.leftOut += text.utf8.count
            }
        }
    }

    private static func take(_ state: inout State) -> String? {
        guard !state.text.isEmpty else { return nil }
        defer { state = State() }
        return state.leftOut == 0 ? state.text : state.text + "[… \(state.leftOut) bytes are missing here …]\n"
    }

    private static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { writeBytes(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return }
            bytes = bytes.dropFirst(count)
        }
    }
}

private func writeBytes(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    guard let buffer else { return 0 }
    return write(descriptor, buffer, count)
}
