internal import CellHost
internal import CellMeaning
public import CellValues
public import Display

/// What a cell came to.
public struct CellResult {
    /// The value of its last expression.
    public var value: CellValue?
    /// What to show for it; nil when there is nothing to show.
    public var bundle: MIMEBundle?
    public var error: CellError?
}

/// Why a cell ended early.
public struct CellError: Error, CustomStringConvertible {
    /// `CompileError`, `RuntimeError`, the name of the thrown error's type, or `Interrupted`.
    public var ename: String
    public var evalue: String
    /// Lines to show: what went wrong, where, and through which functions it came.
    public var traceback: [String]
    public var isInterrupt: Bool

    public var description: String { "\(ename): \(evalue)" }
}

/// A variable of the session.
public struct CellVariable {
    public var name: String
    /// As Swift writes it.
    public var type: String
    /// The value in few words.
    public var summary: String
    /// Whether it was declared with `let`.
    public var isConstant: Bool
    public var value: CellValue

    init(_ variable: Variable, _ library: HostLibrary) {
        name = variable.name
        type = "\(variable.type)"
        isConstant = variable.isConstant
        value = variable.global?.value ?? .void
        summary = ValueSummary(library: library).text(of: value)
    }
}
