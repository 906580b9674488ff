internal import FileSafety
internal import SessionSafety

/// Reads a file of text in UTF-8: `try loadText("prompts.txt").split(separator: "\n")`.
///
/// It is read piece by piece, so that a stop is heard, and only when memory has room for it.
/// - Throws: ``DataFileError`` with the place of what is no text, ``FileError`` when the file can't be read.
public func loadText(_ path: String) throws -> String {
    let bytes = try DataFile.bytes(path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
        throw DataFileError(path: path, line: DataFile.lineOfBadText(bytes), problem: "is no UTF-8 text")
    }
    return text
}

/// What is wrong with a file of data, and where.
public struct DataFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The path as it was given.
    public let path: String
    /// The line, from 1; nil for the file as a whole.
    public let line: Int?
    /// What is wrong.
    public let problem: String

    package init(path: String, line: Int?, problem: String) {
        (self.path, self.line, self.problem) = (path, line, problem)
    }

    /// The sentence that a user reads.
    public var description: String { "\(path)\(line.map { ", line \($0)" } ?? "") \(problem)" }
}

/// Files of data, read whole.
enum DataFile {
    /// All bytes of an ordinary file, without the mark that some programs put before UTF-8.
    static func bytes(_ path: String) throws -> [UInt8] {
        let file = try ReadableFile(path)
        // The bytes, and the text or the values that are made of them.
        try MemoryBudget.check(file.byteCount, of: 3)
        var bytes = try file.bytes(at: 0, count: file.byteCount)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        return bytes
    }

    static func lineOfBadText(_ bytes: [UInt8]) -> Int {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
    }

    /// The line in which a byte stands.
    static func line(of offset: Int, in bytes: [UInt8]) -> Int { bytes.prefix(offset).count { $0 == 0x0A } + 1 }
}
