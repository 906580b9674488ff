internal import SwiftLens

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Foundation's errors about files, in one sentence.
enum FileFault {
    /// - Throws: `FileError` that names the path and what the system says.
    static func told<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as CocoaError {
            throw FileError(path: path, problem: reason(error))
        }
    }

    private static func reason(_ error: CocoaError) -> String {
        if let cause = error.userInfo["NSUnderlyingError"] as? POSIXError { return text(cause.code.rawValue) }
        return switch error.code {
        case .fileNoSuchFile, .fileReadNoSuchFile: text(ENOENT)
        case .fileWriteFileExists: text(EEXIST)
        case .fileReadNoPermission, .fileWriteNoPermission: text(EACCES)
        case .fileWriteOutOfSpace: text(ENOSPC)
        default: "cannot be used (\(error))"
        }
    }

    /// The system's own few words.
    private static func text(_ code: Int32) -> String { String(cString: strerror(code)) }
}
