internal import CellHost
internal import CellSyntax

/// Mistakes that come of another language's words, told as that: `m @ m.T`, `f"…"`, `!ls`, `for i in range(3):`.
struct OtherSyntax {
    let library: HostLibrary
    let source: SourceText

    /// The diagnostics, what such text causes replaced by one that names it and the way out.
    func explained(_ diagnostics: [CellDiagnostic]) -> [CellDiagnostic] {
        let known = diagnostics.map(withOperatorsHint)
        let pieces = ForeignText.find(in: source.text).filter { library.otherName($0.kind) != nil }
        guard !pieces.isEmpty else { return known }
        var told: [CellDiagnostic] = []
        var rest = known
        for piece in pieces {
            // What follows from it stands on the same line.
            let line = line(piece.span.start)
            guard rest.contains(where: { self.line($0.span.start) == line }) else { continue }
            rest.removeAll { self.line($0.span.start) == line }
            let hints = [library.otherName(piece.kind)].compactMap { $0 }
            told.append(CellDiagnostic("cells are Swift, which has no \(piece.name)", at: piece.span, hints: hints))
        }
        // A block's own lines, and what was declared on them, are not read then.
        if told.contains(where: { piece in pieces.contains { $0.span == piece.span && $0.kind == "block" } }) {
            return told
        }
        return (told + rest).sorted { $0.span.start < $1.span.start }
    }

    private func withOperatorsHint(_ diagnostic: CellDiagnostic) -> CellDiagnostic {
        guard case .unknownOperator(let name) = diagnostic.kind, diagnostic.hints.isEmpty,
            let hint = library.otherName(name, call: { TypedCall(operand: beginning(behind: diagnostic.span)) })
        else { return diagnostic }
        var result = diagnostic
        result.hints = [hint]
        return result
    }

    /// The rest of the line behind a span.
    private func beginning(behind span: SourceSpan) -> String {
        String(source[SourceSpan(start: span.end, end: source.text.utf8.count)].prefix(200).prefix { $0 != "\n" })
    }

    private func line(_ offset: Int) -> Int { source.position(of: offset).line }
}
