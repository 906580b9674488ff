internal import CellHost
internal import CellMeaning
package import CellValues
package import Display

/// What a cell came to.
package struct CellResult {
    /// The value of its last expression.
    package var value: CellValue?
    /// What to show for it; nil when there is nothing to show.
    package var bundle: MIMEBundle?
    package var error: CellError?
}

/// Why a cell ended early.
package struct CellError: Error, CustomStringConvertible {
    /// `CompileError`, `RuntimeError`, the name of the thrown error's type, or `Interrupted`.
    package var ename: String
    package var evalue: String
    /// Lines to show: what went wrong, where, and through which functions it came.
    package var traceback: [String]
    package var isInterrupt: Bool

    package var description: String { "\(ename): \(evalue)" }
}

/// A variable of the session.
package struct CellVariable {
    package var name: String
    /// As Swift writes it.
    package var type: String
    /// The value in few words.
    package var summary: String
    /// Whether it was declared with `let`.
    package var isConstant: Bool
    package var value: CellValue

    init(_ variable: Variable, _ library: HostLibrary) {
        name = variable.name
        type = "\(variable.type)"
        isConstant = variable.isConstant
        value = variable.global?.value ?? .void
        summary = ValueSummary(library: library).text(of: value)
    }
}
