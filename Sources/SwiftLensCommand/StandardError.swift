internal import Foundation

/// The standard error of this process.
enum StandardError {
    /// Writes `line` and its end.
    static func write(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }
}
