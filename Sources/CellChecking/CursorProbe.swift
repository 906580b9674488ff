internal import CellMeaning
package import CellSyntax
package import CellValues

/// What the checker comes by at a cursor: filled while a cell is checked, so that an answer has the scope, the types and
/// the call that the place itself has.
package final class CursorProbe {
    package enum Finding {
        /// A member of a value, or of a type.
        case value(CellType)
        case type(CellType)
        /// A type within something that is no type itself: `Unicode`.
        case within(String)
        /// A member without a base, where a type is wanted.
        case implicit(CellType)
        /// A name that stands free.
        case name(Found)
    }

    /// A call one of whose arguments the cursor is at.
    package struct Call {
        package var candidates: [Candidate]
        package var arguments: [Argument]
        package var index: Int
    }

    /// Where the name at the cursor begins.
    let place: Int
    package private(set) var finding: Finding?
    package private(set) var call: Call?
    /// The types of which a member without a base may be: every overload wants its own.
    package private(set) var wanted: [CellType] = []
    package private(set) var blocks: [BlockNames] = []
    /// Whose members stand free there: `self` within a method, or the type itself.
    package private(set) var own: (type: CellType, isStatic: Bool)?

    package init(place: Int) { self.place = place }

    func note(_ finding: Finding, at span: SourceSpan) {
        guard span.start == place else { return }
        if case .implicit(let type) = finding, finding.isKnown, !wanted.contains(type.resolved) {
            wanted.append(type.resolved)
        }
        // The trial of an overload that does not fit may know less.
        if !finding.isKnown, self.finding != nil { return }
        self.finding = finding
    }

    func note(_ candidates: [Candidate], _ arguments: [Argument]) {
        guard
            let index = arguments.firstIndex(where: { $0.labelSpan?.start == place || $0.value.isDirectly(at: place) })
        else { return }
        call = Call(candidates: candidates, arguments: arguments, index: index)
    }

    func note(blocks: [BlockNames], own: (type: CellType, isStatic: Bool)?, at span: SourceSpan) {
        guard span.start == place else { return }
        self.blocks = blocks
        self.own = own
    }
}

extension CursorProbe.Finding {
    fileprivate var isKnown: Bool {
        switch self {
        case .value(let type), .type(let type), .implicit(let type): type.resolved.isConcrete
        case .name, .within: true
        }
    }
}

extension Expression {
    /// Whether it is itself what the cursor stands at: a name, `.name`, a text, or a list with one of these.
    fileprivate func isDirectly(at place: Int) -> Bool {
        switch kind {
        case .name: span.start == place
        case .member(nil, _, let nameSpan): nameSpan.start == place
        case .string(let segments):
            span.start <= place && place < span.end
                && segments.allSatisfy { if case .text = $0 { true } else { false } }
        case .array(let elements): elements.contains { $0.isDirectly(at: place) }
        case .attempt(_, let inner), .parenthesized(let inner): inner.isDirectly(at: place)
        default: false
        }
    }
}

extension Checker {
    /// A name that stands free at the cursor, with what is visible there.
    func probe(name: String, at span: SourceSpan) {
        guard let probe, span.start == probe.place, standInSpan == nil else { return }
        let own =
            context.selfVariable.map { (type: $0.type, isStatic: false) }
            ?? context.ownType.map { (type: CellType.nominal($0, []), isStatic: true) }
        probe.note(blocks: Array(block.chain), own: own, at: span)
        probe.note(.name(look(up: name, span)), at: span)
    }

    func probe(_ finding: @autoclosure () -> CursorProbe.Finding, at span: SourceSpan) {
        guard let probe, span.start == probe.place, standInSpan == nil else { return }
        probe.note(finding(), at: span)
    }

    /// The case that a pattern names, somewhere within the pattern.
    func probeCase(of type: CellType, in span: SourceSpan) {
        guard let probe, span.start < probe.place, probe.place < span.end else { return }
        probe.note(.implicit(type), at: SourceSpan(start: probe.place, end: span.end))
    }
}
