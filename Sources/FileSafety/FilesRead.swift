internal import SessionSafety
internal import Synchronization

/// Which files the current session has read, so that what came of them can say where it comes from.
///
/// ```swift
/// let model = try HookedTransformer.fromPretrained("tiny-ioi")
/// FilesRead.paths         // […/tiny-ioi/config.json, …/tiny-ioi/model.safetensors, …]
/// ```
package enum FilesRead {
    /// Beyond that none is noted: nobody would read a longer list.
    package static let most = 1000

    private final class Noted: SessionPart {
        let paths = Mutex<[String]>([])
    }

    /// Each path once, in the order of the first reading.
    package static var paths: [String] { Noted.current.paths.withLock { $0 } }

    static func note(_ path: String) {
        Noted.current.paths.withLock { if $0.count < most, !$0.contains(path) { $0.append(path) } }
    }
}
