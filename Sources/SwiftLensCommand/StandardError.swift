internal import FileSafety

/// The standard error of this process.
enum StandardError {
    /// Writes `line` and its end.
    static func write(_ line: String) { StandardStream.error.write(line + "\n") }
}
