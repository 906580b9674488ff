internal import Platform

/// Why a file can't be written: where, and what stands in the way. What was there before is still there.
public struct FileError: Error, Hashable, Sendable {
    /// The path as it was given.
    public let path: String
    /// What stands in the way, and the way out where there is one.
    public let problem: String

    init(path: String, problem: String) {
        self.path = path
        self.problem = problem
    }

    /// What the system says about `path`, and what to do about it.
    init(_ path: String, _ code: Int32, _ wayOut: String = "") {
        self.init(path: path, problem: String(cString: strerror(code)) + wayOut)
    }
}

extension FileError: CustomStringConvertible {
    /// The sentence that a user reads.
    public var description: String { "\(path.isEmpty ? "\"\"" : path): \(problem)" }
}
