internal import Synchronization

/// Which files were read, so that what came of them can say where it comes from.
///
/// ```swift
/// FilesRead.forget()
/// let model = try HookedTransformer.fromPretrained("tiny-ioi")
/// FilesRead.paths         // […/tiny-ioi/config.json, …/tiny-ioi/model.safetensors, …]
/// ```
package enum FilesRead {
    /// Beyond that none is noted: nobody would read a longer list.
    package static let most = 1000

    private static let noted = Mutex<[String]>([])

    /// Each path once, in the order of the first reading.
    package static var paths: [String] { noted.withLock { $0 } }

    package static func forget() { noted.withLock { $0 = [] } }

    static func note(_ path: String) {
        noted.withLock { if $0.count < most, !$0.contains(path) { $0.append(path) } }
    }
}
