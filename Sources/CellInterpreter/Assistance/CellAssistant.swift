internal import CellChecking
internal import CellHost
internal import CellMeaning
internal import CellSyntax
internal import CellValues

/// Answers what may stand at a cursor, and what a name means, from the same tables that check and run cells.
///
/// ```swift
/// CellAssistant(linker: linker, names: session).complete("tensor.ga", cursor: 9)
/// ```
/// The parser says what kind of place it is, and the checker, which reads the whole cell, what it comes by there.
struct CellAssistant {
    let linker: HostLinker
    let names: SessionNames
    /// The line magics.
    var commands: [CellCommand] = []
    /// Texts of values, for help on a variable.
    var summary: (Variable) -> String? = { _ in nil }

    var library: HostLibrary { linker.library }

    /// What the checker knows of a place.
    struct Checked {
        var place: CursorPlace
        var probe: CursorProbe
        var checker: Checker
    }

    /// Checks the cell as it is; what stands behind the cursor is left out when the place is not found with it.
    func checked(_ place: CursorPlace) -> Checked {
        let whole = checked(place, place.text)
        guard whole.probe.finding == nil, whole.probe.call == nil else { return whole }
        let end = place.typed.lowerBound + CursorPlace.placeholder.utf8.count
        let before = checked(
            place, String(decoding: place.text.utf8.prefix(max(end, place.typed.upperBound)), as: UTF8.self))
        return before.probe.finding == nil && before.probe.call == nil ? whole : before
    }

    private func checked(_ place: CursorPlace, _ text: String) -> Checked {
        let checker = Checker(linker: linker, names: names)
        let probe = CursorProbe(place: place.typed.lowerBound)
        checker.probe = probe
        _ = checker.check(CellParser.parse(SourceText(text), commands: commands.map(\.name)))
        return Checked(place: place, probe: probe, checker: checker)
    }

    /// The text with blanks for the magic in the cursor's line, or above the whole cell: what follows it is Swift.
    func withoutMagic(_ text: String, cursor: Int) -> String {
        var bytes = Array(text.utf8)
        let line = bytes[..<cursor].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        for start in [line, 0] {
            var index = start
            while index < bytes.count, bytes[index] == 0x20 { index += 1 }
            guard index < bytes.count, bytes[index] == UInt8(ascii: "%") else { continue }
            guard start == line || bytes.dropFirst(index + 1).first == UInt8(ascii: "%") else { continue }
            while index < bytes.count, bytes[index] > 0x20 {
                bytes[index] = 0x20
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The magic's name in the cursor's line, while the cursor stands in it.
    func magic(_ text: String, cursor: Int) -> (start: Int, typed: String)? {
        let before = text.utf8.prefix(cursor)
        let start = before.lastIndex(of: 0x0A).map { text.utf8.index(after: $0) } ?? text.utf8.startIndex
        let line = String(decoding: before[start...], as: UTF8.self)
        let typed = line.drop { $0 == " " }
        guard typed.first == "%", !typed.contains(" ") else { return nil }
        return (cursor - typed.utf8.count, String(typed))
    }
}

extension CursorProbe.Call {
    /// How completions of texts are known: `Hook.init`, `ActivationCache.subscript`, `heatMap`.
    var keys: [String] {
        var seen: Set<String> = []
        return candidates.map(\.signature).map { signature in
            let name = if case .initializer = signature.kind { "init" } else { signature.name }
            return [signature.owner, name].compactMap { $0 }.joined(separator: ".")
        }.filter { seen.insert($0).inserted }
    }

    /// The type that the place should have: that of the argument, by its label or number, or of the list's elements.
    var wantedType: CellType? {
        guard let type = argumentType else { return nil }
        if case .array = arguments[index].value.kind,
            case .nominal(let list, let elements) = (type.wrapped ?? type).resolved,
            list === BuiltIn.array
        {
            return elements.first
        }
        return type.wrapped ?? type
    }

    private var argumentType: CellType? {
        let label = arguments[index].label
        for candidate in candidates {
            let parameters = candidate.signature.parameters
            if let label {
                if let found = parameters.first(where: { $0.label == label }) { return found.type }
            } else if parameters.indices.contains(index) {
                return parameters[index].type
            }
        }
        return nil
    }
}
