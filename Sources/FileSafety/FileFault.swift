#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Foundation's errors about files, in one sentence.
package enum FileFault {
    /// - Throws: ``FileError`` that names the path and what the system says.
    package static func told<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as CocoaError {
            throw FileError(path: path, problem: FileFailure.reason(error))
        }
    }
}
