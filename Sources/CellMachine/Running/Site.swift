package import CellSyntax
internal import CellValues

/// A place in a cell's text, kept for errors.
package final class Site: Sendable {
    package let source: SourceText
    package let span: SourceSpan

    package init(_ source: SourceText, _ span: SourceSpan) {
        self.source = source
        self.span = span
    }

    /// The error with this place as its origin, unless it has one.
    @inline(never)
    package func locating(_ error: any Error, isCatchable: Bool = false) -> any Error {
        if let failure = error as? CellFailure {
            failure.complete(at: self)
            return failure
        }
        if error is ChainEnd { return error }
        return CellFailure(error, isCatchable: isCatchable, site: self)
    }

    /// The error as it leaves a function that was called here.
    @inline(never)
    func leaving(_ function: String, _ error: any Error) -> any Error {
        guard let failure = locating(error) as? CellFailure else { return error }
        failure.pass(function, calledAt: self)
        return failure
    }

    @inline(never)
    func failure(_ message: String, hints: [String] = []) -> any Error {
        CellFailure(CellRuntimeError(message, hints: hints), isCatchable: false, site: self)
    }
}
