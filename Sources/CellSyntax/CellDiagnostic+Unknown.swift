extension CellDiagnostic {
    /// An operator that nobody declares.
    public static func unknownOperator(_ name: String, at span: SourceSpan, meant: String? = nil) -> CellDiagnostic {
        CellDiagnostic(
            "cannot find operator '\(name)' in scope" + (meant.map { "; did you mean '\($0)'?" } ?? ""), at: span,
            kind: .unknownOperator(name))
    }

    /// A name that stands for nothing where it is written.
    /// - Parameter what: what it would have to be: `type`, `label`; empty for a value.
    public static func unknownName(
        _ name: String, what: String = "", at span: SourceSpan, meant: String? = nil, hints: [String] = []
    ) -> CellDiagnostic {
        CellDiagnostic(
            "cannot find \(what.isEmpty ? "" : what + " ")'\(name)' in scope"
                + (meant.map { "; did you mean '\($0)'?" } ?? ""), at: span, hints: hints, kind: .unknownName(name))
    }
}
