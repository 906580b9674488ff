internal import FileSafety
internal import SessionSafety
internal import TextFormats

/// Reads a file of text in UTF-8: `try loadText("prompts.txt").split(separator: "\n")`.
///
/// It is read piece by piece, so that a stop is heard, and only when memory has room for it.
/// - Throws: ``DataFileError`` with the place of what is no text, ``FileError`` when the file can't be read.
public func loadText(_ path: String) throws -> String {
    let bytes = try DataFile.bytes(path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
        let line = UTF8Text.firstBadByte(in: bytes).map { DataFile.line(of: $0, in: bytes) }
        throw DataFileError(path: path, line: line, problem: "is no UTF-8 text")
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

    /// What is looked at as values of JSON are made: each takes far more room in memory than in the file.
    static func pace() throws {
        try Interruption.check()
        try MemoryBudget.check(JSONScanner.valuesPerPace, of: 96)
    }

    /// The line in which a byte stands.
    static func line(of offset: Int, in bytes: [UInt8]) -> Int { bytes.prefix(offset).count { $0 == 0x0A } + 1 }
}
