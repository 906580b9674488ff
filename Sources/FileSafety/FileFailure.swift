internal import Platform

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Why the file system refused something, in the system's own few words.
package enum FileFailure {
    package static func reason(_ error: any Error) -> String {
        if let error = error as? FileError { return error.problem }
        if let error = error as? POSIXError { return text(error.code.rawValue) }
        guard let error = error as? CocoaError else { return "\(error)" }
        if let cause = error.userInfo["NSUnderlyingError"] as? any Error { return reason(cause) }
        return switch error.code {
        case .fileNoSuchFile, .fileReadNoSuchFile: text(ENOENT)
        case .fileWriteFileExists: text(EEXIST)
        case .fileReadNoPermission, .fileWriteNoPermission: text(EACCES)
        case .fileWriteOutOfSpace: text(ENOSPC)
        default: "cannot be used (\(error))"
        }
    }

    private static func text(_ code: Int32) -> String { String(cString: strerror(code)) }
}
