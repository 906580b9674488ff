internal import CellSyntax

/// Of what is wrong within one expression, that which the rest may only follow from, as Swift tells it: first what is wrong
/// with the text and its names, then with types, then with operands, and only when nothing else is, that nothing tells
/// what is meant.
struct OneSlip {
    /// The expressions that are looked at by themselves, outer ones first.
    private let units: [SourceSpan]

    init(units: [SourceSpan]) {
        self.units = Set(units).sorted { ($0.start, $1.end) < ($1.start, $0.end) }
    }

    /// - Parameter text: what the parser has found already.
    func causes(among diagnostics: [CellDiagnostic], text: [CellDiagnostic]) -> [CellDiagnostic] {
        let errors = diagnostics.indices.filter { diagnostics[$0].severity == .error }
        let broken = Set(places(of: text.filter { $0.severity == .error }.map(\.span.start)).compactMap { $0 })
        let places = places(of: errors.map { diagnostics[$0].span.start })
        var dropped: Set<Int> = []
        for (unit, members) in Dictionary(grouping: zip(errors, places), by: \.1) {
            guard let unit else { continue }
            dropped.formUnion(followers(members.map(\.0), diagnostics, isBroken: broken.contains(unit)))
        }
        return diagnostics.indices.filter { !dropped.contains($0) }.map { diagnostics[$0] }
    }

    /// Those of one expression that only follow.
    private func followers(_ members: [Int], _ diagnostics: [CellDiagnostic], isBroken: Bool) -> [Int] {
        let first = isBroken ? .text : members.map { diagnostics[$0].rank }.min() ?? .text
        let later = members.filter { diagnostics[$0].rank > first }
        guard first == .operands || first == .untold else { return later }
        return later + members.filter { diagnostics[$0].rank == first }.dropFirst()
    }

    /// The innermost expression around each place.
    private func places(of starts: [Int]) -> [Int?] {
        var found = [Int?](repeating: nil, count: starts.count)
        var (open, next) = ([Int](), 0)
        for index in starts.indices.sorted(by: { starts[$0] < starts[$1] }) {
            while next < units.count, units[next].start <= starts[index] {
                open.close(before: units[next].start, units)
                open.append(next)
                next += 1
            }
            open.close(before: starts[index], units)
            found[index] = open.last
        }
        return found
    }
}

extension [Int] {
    /// Leaves the expressions that have ended.
    fileprivate mutating func close(before place: Int, _ units: [SourceSpan]) {
        while let last, units[last].end <= place { removeLast() }
    }
}

/// What Swift looks at first comes first.
private enum Rank: Int, Comparable {
    case text, types, operands, untold, effects

    static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
}

extension CellDiagnostic {
    fileprivate var rank: Rank {
        switch kind {
        case .text, .unknownName, .unknownOperator: .text
        case .other, .wrongType: .types
        case .wrongOperands: .operands
        case .untold: .untold
        case .unmarkedThrow: .effects
        }
    }
}
