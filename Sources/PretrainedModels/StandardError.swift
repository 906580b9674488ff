internal import Foundation

/// Where a load says what it left out; a notebook shows it under the cell.
enum StandardError {
    /// Writes `line`, and goes on when nobody can read it.
    static func note(_ line: String) {
        try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
    }
}
