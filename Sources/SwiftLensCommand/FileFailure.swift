internal import FileSafety

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
#if canImport(Glibc)
    internal import Glibc
#endif

/// Why the file system refused something, in the system's own few words.
enum FileFailure {
    static func reason(_ error: any Error) -> String {
        if let error = error as? FileError { return error.problem }
        if let error = error as? POSIXError { return String(cString: strerror(error.code.rawValue)) }
        let cause = (error as? CocoaError)?.userInfo["NSUnderlyingError"] as? any Error
        return cause.map(reason) ?? "\(error)"
    }
}
