internal import CellSyntax

/// Answers what may stand at a cursor, and what a name means, from the same tables that check and run cells.
///
/// ```swift
/// CellAssistant(library: library, names: session).complete("tensor.ga", cursor: 9)
/// ```
struct CellAssistant {
    let library: HostLibrary
    let names: SessionNames
    /// Names of line magics, without the percent sign.
    var commands: [String] = []
    /// Texts of values, for help on a variable.
    var summary: (Variable) -> String? = { _ in nil }

    /// What is known of the text before a place: a cell that is not whole is checked as far as it goes.
    func checked(_ text: String) -> Checker {
        let checker = Checker(library: library, names: names)
        _ = checker.check(CellParser.parse(SourceText(text), commands: commands))
        return checker
    }

    /// What stands before a dot or bracket.
    enum Receiver {
        case type(CellType)
        case value(CellType)
    }

    /// The meaning of the expression that ends at a place.
    func receiver(_ scan: CursorScan, endingAt end: Int) -> (Receiver, start: Int)? {
        guard let start = scan.expressionStart(endingAt: end) else { return nil }
        let checker = checked(scan.text(0..<end))
        let values = checker.created.filter { $0.span.end == end && !$0.type.isUnknown }
        if let value = values.last(where: { $0.span.start == start })
            ?? values.min(by: { $0.span.start < $1.span.start })
        {
            let type = value.type.settled
            if case .metatype(let instance) = type { return (.type(instance), start) }
            return (.value(type), start)
        }
        var found: CellType?
        if case .type(let type) = checker.base(Expression(.name(scan.text(start..<end)), .none)) { found = type }
        return found.map { (.type($0), start) }
    }

    // MARK: The call around the cursor

    /// The call, initialiser or subscript whose arguments the cursor is among.
    struct Call {
        /// Name, with the type before it: `Hook.init`, `ActivationCache.subscript`, `heatMap`.
        var keys: [String]
        var candidates: [Signature]
        var receiverText: String
        var bracket: CursorScan.Bracket
    }

    func call(_ scan: CursorScan) -> Call? {
        guard let bracket = scan.brackets.last(where: { $0.opening != UInt8(ascii: "{") }) else { return nil }
        return call(scan, bracket)
    }

    func call(_ scan: CursorScan, _ bracket: CursorScan.Bracket) -> Call? {
        let end = bracket.offset
        if bracket.opening == UInt8(ascii: "[") {
            guard end > 0, scan.bytes[end - 1] != 0x20, let (receiver, start) = receiver(scan, endingAt: end),
                case .value(let type) = receiver
            else { return nil }
            return Call(
                keys: keys(type, "subscript"), candidates: members(type, "subscript"),
                receiverText: scan.text(start..<end), bracket: bracket)
        }
        let nameStart = scan.identifierStart(endingAt: end)
        guard nameStart < end else { return nil }
        let name = scan.text(nameStart..<end)
        if nameStart > 0, scan.bytes[nameStart - 1] == UInt8(ascii: ".") {
            return memberCall(scan, name, nameStart - 1, bracket)
        }
        let checker = checked(scan.text(0..<nameStart))
        switch checker.look(up: name, .none) {
        case .type(let type):
            return Call(
                keys: keys(type, "init"), candidates: statics(type, "init"), receiverText: name, bracket: bracket)
        case .candidates(let candidates):
            return Call(keys: [name], candidates: candidates.map(\.signature), receiverText: "", bracket: bracket)
        case .variable(let variable):
            return Call(
                keys: keys(variable.type, "callAsFunction"), candidates: members(variable.type, "callAsFunction"),
                receiverText: name, bracket: bracket)
        default: return nil
        }
    }

    private func memberCall(_ scan: CursorScan, _ name: String, _ dot: Int, _ bracket: CursorScan.Bracket) -> Call? {
        guard let (receiver, start) = receiver(scan, endingAt: dot) else { return nil }
        let text = scan.text(start..<dot)
        switch receiver {
        case .type(let type):
            return Call(keys: keys(type, name), candidates: statics(type, name), receiverText: text, bracket: bracket)
        case .value(let type):
            return Call(keys: keys(type, name), candidates: members(type, name), receiverText: text, bracket: bracket)
        }
    }

    private func keys(_ type: CellType, _ name: String) -> [String] {
        type.nominal.map { ["\($0.name).\(name)"] } ?? []
    }

    func members(_ type: CellType, _ name: String) -> [Signature] {
        Checker(library: library, names: names).members(of: type, name, receiver: nil).map(\.signature)
    }

    func statics(_ type: CellType, _ name: String) -> [Signature] {
        Checker(library: library, names: names).staticMembers(of: type, name).map(\.signature)
    }

    /// The type that an argument at the cursor should have, by the call around it.
    func expectedType(_ scan: CursorScan) -> CellType? {
        guard let call = call(scan) else { return nil }
        let argument = scan.text(call.bracket.argumentStart..<scan.bytes.count)
        let label = argument.split(separator: ":", maxSplits: 1).first.map { $0.filter { !$0.isWhitespace } }
        for candidate in call.candidates {
            let parameters = candidate.parameters
            if argument.contains(":"), let label, let found = parameters.first(where: { $0.label == label }) {
                return found.type
            }
            if parameters.indices.contains(call.bracket.commas) { return parameters[call.bracket.commas].type }
        }
        return nil
    }
}
