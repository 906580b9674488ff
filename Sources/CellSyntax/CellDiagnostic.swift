/// A mistake in a cell's text that was found before anything ran.
package struct CellDiagnostic: Error, Sendable, Hashable {
    package enum Severity: Sendable, Hashable { case error, warning, note }

    /// What is wrong, for whoever decides something by it; the message is for people.
    package enum Kind: Sendable, Hashable {
        /// Nothing of this name is known where it stands: a value, a type, a protocol, a label.
        case unknownName(String)
        case unknownOperator(String)
        /// An operator that is known, between operands that it does not take.
        case wrongOperands(of: String)
        /// A value of another type than the one that is wanted.
        case wrongType
        /// A call that may throw, without its `try`.
        case unmarkedThrow
        /// What can be seen without knowing any type.
        case text
        /// Nothing tells what is meant, perhaps only because something else is wrong.
        case untold
        case other
    }

    package var severity: Severity
    package var kind: Kind
    /// Lower case, names in quotes, no full stop, as swiftc words it.
    package var message: String
    package var span: SourceSpan
    /// The way out, such as `did you mean 'count'?`.
    package var hints: [String]

    package init(
        _ message: String, at span: SourceSpan, hints: [String] = [], kind: Kind = .other, severity: Severity = .error
    ) {
        self.severity = severity
        self.kind = kind
        self.message = CellDiagnostic.shortened(message)
        self.span = span
        self.hints = hints
    }

    /// A message that quotes a literal of a thousand digits keeps its beginning and its end.
    private static func shortened(_ message: String) -> String {
        guard message.utf8.count > 600, message.count > 600 else { return message }
        return message.prefix(400) + "…" + message.suffix(160)
    }

    /// Line, column, message, the text of the line with a caret, and the hints.
    package func rendered(in source: SourceText) -> [String] {
        let (line, column) = source.position(of: span.start)
        let word = severity == .error ? "error" : severity == .warning ? "warning" : "note"
        return ["\(source.name):\(line):\(column): \(word): \(message)"] + source.excerpt(span).map { "  " + $0 }
            + hints.map { "  \($0)" }
    }
}
