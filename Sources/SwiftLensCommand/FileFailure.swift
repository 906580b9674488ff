internal import FileSafety
internal import Foundation

/// Why the file system refused something, in the system's own few words.
enum FileFailure {
    static func reason(_ error: any Error) -> String {
        if let error = error as? FileError { return error.problem }
        let error = error as NSError
        if let cause = error.userInfo[NSUnderlyingErrorKey] as? any Error { return reason(cause) }
        if error.domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(error.code))) }
        return error.localizedDescription
    }
}
