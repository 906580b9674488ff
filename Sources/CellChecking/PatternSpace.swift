internal import CellValues

/// The values that a pattern is sure to match, for telling whether a `switch` has a case for each.
indirect enum PatternSpace {
    case anything
    /// Some values only, which are not told apart: a number, a range, a text.
    case something
    /// One of a type's constructors by its place: an enum's case, `false` and `true`, `none` and `some`, a tuple (0).
    case constructor(Int, [PatternSpace])

    /// A value that no pattern matches, as a pattern; nil when every value is matched.
    ///
    /// After L. Maranget, "Warnings for pattern matching" (2007): the rows are split by their first column's constructors.
    static func missing(_ patterns: [PatternSpace], of type: CellType) -> String? {
        missing(patterns.map { [$0] }, [type], depth: 0)?.first
    }

    private static func missing(_ rows: [[PatternSpace]], _ types: [CellType], depth: Int) -> [String]? {
        guard let type = types.first else { return rows.isEmpty ? [] : nil }
        let rest = Array(types.dropFirst())
        let used = rows.contains { if case .constructor? = $0.first { true } else { false } }
        guard used, depth < 12, let constructors = Constructor.all(of: type) else {
            let others = rows.filter { if case .anything? = $0.first { true } else { false } }.map {
                Array($0.dropFirst())
            }
            return missing(others, rest, depth: depth).map { ["_"] + $0 }
        }
        for (index, constructor) in constructors.enumerated() {
            let inner = rows.compactMap { specialised($0, index, constructor.payload.count) }
            guard let found = missing(inner, constructor.payload + rest, depth: depth + 1) else { continue }
            let count = constructor.payload.count
            return [constructor.text(Array(found.prefix(count)))] + found.dropFirst(count)
        }
        return nil
    }

    /// A row where the first value is known to be made by a constructor; nil when it cannot match.
    private static func specialised(_ row: [PatternSpace], _ index: Int, _ count: Int) -> [PatternSpace]? {
        switch row.first {
        case .anything?: return Array(repeating: .anything, count: count) + row.dropFirst()
        case .constructor(let own, let payload)? where own == index:
            let parts = payload.count == count ? payload : Array(repeating: .anything, count: count)
            return parts + row.dropFirst()
        default: return nil
        }
    }
}

/// One of the ways in which a value of a type is made.
private struct Constructor {
    var name: String
    var payload: [CellType] = []

    /// All of a type's; nil when they cannot be counted.
    static func all(of type: CellType) -> [Constructor]? {
        switch type.resolved {
        case .tuple(let elements): return [Constructor(name: "", payload: elements.map(\.type))]
        case .nominal(let nominal, let arguments):
            if nominal === BuiltIn.bool { return [Constructor(name: "false"), Constructor(name: "true")] }
            if nominal === BuiltIn.optional {
                return [Constructor(name: ".none"), Constructor(name: ".some", payload: arguments)]
            }
            guard nominal.kind == .enumeration else { return nil }
            return nominal.cases.map { Constructor(name: "." + $0.name, payload: $0.payload.map(\.type)) }
        default: return nil
        }
    }

    func text(_ parts: [String]) -> String {
        if name.isEmpty { return "(" + parts.joined(separator: ", ") + ")" }
        return parts.isEmpty ? name : name + "(" + parts.joined(separator: ", ") + ")"
    }
}
