internal import CellSyntax
package import CellValues
internal import SessionSafety

/// An error on its way out of running code: what went wrong, where, and through which calls it came.
///
/// It stays on the thread that runs the session's cells.
package final class CellFailure: Error, CustomStringConvertible, @unchecked Sendable {
    /// A call that the error came through.
    package struct Call {
        package var function: String
        /// Where it was called; unknown while the library that called it is still running.
        package var site: Site?
    }

    /// A longer message is cut, in bytes.
    package static let longestMessage = 10_000
    /// The most calls that a traceback lists from its innermost end.
    static let mostCalls = 24

    package let cause: any Error
    /// Whether `catch` and `try?` see it. A mistake that would end a compiled program goes past them.
    let isCatchable: Bool
    package let site: Site?
    package private(set) var calls: [Call] = []
    package private(set) var omittedCalls = 0

    package init(_ cause: any Error, isCatchable: Bool, site: Site?) {
        self.cause = cause
        self.isCatchable = isCatchable && !(cause is CellRuntimeError || cause is Interrupted || cause is HostMismatch)
        self.site = site
    }

    func pass(_ function: String, calledAt site: Site?) {
        if calls.count < CellFailure.mostCalls {
            calls.append(Call(function: function, site: site))
        } else {
            omittedCalls += 1
        }
    }

    /// Says where the library function was called that called the last function.
    func complete(at site: Site) {
        if let last = calls.indices.last, calls[last].site == nil { calls[last].site = site }
    }

    package var description: String { "\(cause)" }
}

/// A value that a cell has thrown. It stays on the thread that runs the session's cells.
package struct ThrownValue: Error, CustomStringConvertible, @unchecked Sendable {
    /// Of type `any Error`.
    package let value: CellValue
    let text: String
    package var description: String { text }
}

/// The end of an optional chain, which found nil. Its `chain` expression always catches it.
struct ChainEnd: Error {
    static let error: any Error = ChainEnd()
}
