package import Display

/// A language, as the kernel sees it.
///
/// Every call comes on one thread, one at a time: an interpreter needs no locks. A call that takes long looks at
/// `Interruption` (module SessionSafety) at least every 10 ms and throws `Interrupted` when a stop was asked for.
///
/// ```swift
/// final class Calculator: CodeInterpreter {
///     func execute(_ code: String, in cell: CellContext) throws -> MIMEBundle? {
///         cell.print("thinking…\n")
///         return MIMEBundle(plain: "\(try evaluate(code))")
///     }
/// }
/// ```
package protocol CodeInterpreter: AnyObject {
    /// Runs a cell. What it shows goes to `cell`; the value of its last expression is returned.
    /// - Throws: ``CodeError`` with a name and a traceback, `Interrupted`, or any error, whose text is then shown.
    func execute(_ code: String, in cell: CellContext) throws -> MIMEBundle?

    /// The value of one expression, for a front end that wants it after a cell.
    func evaluate(_ expression: String, in cell: CellContext) throws -> MIMEBundle

    /// What could stand at `cursor`.
    func complete(_ code: String, at cursor: String.Index) throws -> Completions

    /// What stands at `cursor`, or nil when nothing is known about it.
    func inspect(_ code: String, at cursor: String.Index, detail: InspectionDetail) throws -> MIMEBundle?

    /// Whether `code` can run as it is or wants another line.
    func completeness(of code: String) -> Completeness

    /// Called when nothing has been asked for a while: time to give back what is only kept for the next cell.
    func rest()
}

extension CodeInterpreter {
    package func evaluate(_ expression: String, in cell: CellContext) throws -> MIMEBundle {
        guard let value = try execute(expression, in: cell) else {
            throw CodeError(name: "NoValue", message: "\"\(expression)\" has no value")
        }
        return value
    }

    package func complete(_ code: String, at cursor: String.Index) throws -> Completions {
        Completions(replacing: cursor..<cursor, matches: [])
    }

    package func inspect(_ code: String, at cursor: String.Index, detail: InspectionDetail) throws -> MIMEBundle? {
        nil
    }

    package func completeness(of code: String) -> Completeness { .unknown }

    package func rest() {}
}

/// How much a front end wants to know about a name.
package enum InspectionDetail: Sendable {
    /// A tooltip.
    case short
    /// Everything there is.
    case full
}

/// Whether a text can run.
package enum Completeness: Sendable, Equatable {
    case complete
    /// Another line is needed, which begins with `indent`.
    case incomplete(indent: String)
    case invalid
    case unknown
}
