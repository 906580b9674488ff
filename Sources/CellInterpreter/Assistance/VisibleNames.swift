internal import CellChecking
internal import CellHost
internal import CellMeaning
internal import CellSyntax
internal import CellValues

/// The names that may stand free at a cursor, the nearest first.
struct VisibleNames {
    private let library: HostLibrary
    private let names: SessionNames
    private let checker: Checker
    private let probe: CursorProbe

    init(_ assistant: CellAssistant, _ found: CellAssistant.Checked) {
        library = assistant.library
        names = assistant.names
        checker = found.checker
        probe = found.probe
    }

    var items: [CellCompletion] {
        inner + members + session + free + VisibleNames.keywords.map { CellCompletion($0, kind: .keyword) }
    }

    /// What the blocks around the cursor declare. When the place was not found, all that the cell declares.
    private var inner: [CellCompletion] {
        let blocks = probe.blocks.isEmpty ? Array(checker.block.chain) : probe.blocks
        return blocks.flatMap { block -> [CellCompletion] in
            let variables = block.variables.values.filter {
                !$0.name.hasPrefix("$") && $0.name != CursorPlace.placeholder
            }
            let functions = block.functions.filter { $0.key.isWord && $0.key != CursorPlace.placeholder }
            return variables.sorted { $0.name < $1.name }.map { CellCompletion($0) }
                + functions.sorted { $0.key < $1.key }.map { CellCompletion($0.key, $0.value) }
                + block.types.keys.sorted().map { CellCompletion($0, kind: .class) }
        }
    }

    /// Members of the type whose method the cursor is in.
    private var members: [CellCompletion] {
        guard let own = probe.own else { return [] }
        let fields = own.isStatic ? [] : own.type.nominal?.fields ?? []
        let found = checker.memberNames(of: own.type, isStatic: own.isStatic).map { name in
            if let field = fields.first(where: { $0.name == name }) {
                return CellCompletion(name, kind: .property, type: "\(field.type)")
            }
            let candidates =
                own.isStatic
                ? checker.staticMembers(of: own.type, name) : checker.members(of: own.type, name, receiver: nil)
            return CellCompletion(name, candidates.map(\.signature))
        }
        return found.filter { $0.text.isWord } + (own.isStatic ? [] : [CellCompletion("self", kind: .keyword)])
    }

    private var session: [CellCompletion] {
        names.variables.values.sorted { $0.name < $1.name }.map { CellCompletion($0) }
            + names.functions.sorted { $0.key < $1.key }.filter { $0.key.isWord }.map {
                CellCompletion($0.key, $0.value)
            } + names.types.keys.sorted().map { CellCompletion($0, kind: .class) }
    }

    private var free: [CellCompletion] {
        (library.declarations[""] ?? [:]).keys.filter(\.isWord).sorted().map {
            CellCompletion($0, checker.declared($0))
        }
            + library.types.values.sorted { $0.name < $1.name }.map {
                CellCompletion($0.name, kind: .class, documentation: $0.documentation.firstSentence)
            }
    }

    private static let keywords = [
        "as", "break", "case", "catch", "continue", "default", "defer", "do", "else", "enum", "extension", "false",
        "for", "func", "guard", "if", "import", "in", "inout", "is", "let", "mutating", "nil", "repeat", "return",
        "static", "struct", "subscript", "switch", "throw", "throws", "true", "try", "typealias", "var", "where",
        "while",
    ]
}

extension String {
    /// Whether it is a name, not an operator.
    fileprivate var isWord: Bool { first.map { $0.isLetter || $0 == "_" } ?? false }
}
