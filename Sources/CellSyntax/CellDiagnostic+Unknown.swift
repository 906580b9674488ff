extension CellDiagnostic {
    /// An operator that nobody declares.
    package static func unknownOperator(_ name: String, at span: SourceSpan, meant: String? = nil) -> CellDiagnostic {
        CellDiagnostic(
            "cannot find operator '\(name)' in scope" + (meant.map { "; did you mean '\($0)'?" } ?? ""), at: span,
            kind: .unknownOperator(name))
    }

    /// A name that stands for nothing where it is written.
    /// - Parameter what: what it would have to be: `type`, `label`; empty for a value.
    package static func unknownName(
        _ name: String, what: String = "", at span: SourceSpan, meant: String? = nil, hints: [String] = []
    ) -> CellDiagnostic {
        CellDiagnostic(
            "cannot find \(what.isEmpty ? "" : what + " ")'\(name)' in scope"
                + (meant.map { "; did you mean '\($0)'?" } ?? ""), at: span, hints: hints, kind: .unknownName(name))
    }

    /// A name of Swift's own that cells do not have.
    package static func leftOut(_ name: String, at span: SourceSpan, hints: [String] = []) -> CellDiagnostic {
        CellDiagnostic("'\(name)' is not supported in cells", at: span, hints: hints, kind: .unknownName(name))
    }

    /// An expression that has got no meaning without anything having been told of it.
    package static func withoutMeaning(at span: SourceSpan) -> CellDiagnostic {
        CellDiagnostic("this expression is not supported in cells", at: span)
    }
}
