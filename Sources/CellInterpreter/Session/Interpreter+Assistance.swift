internal import CellMeaning
internal import CellValues
internal import SessionSafety

extension Interpreter {
    /// What may stand at a cursor.
    /// - Parameter cursor: in bytes of UTF-8 from the start of the text.
    package func complete(_ text: String, cursor: Int) -> CellCompletions {
        session.run {
            assistant.complete(text, cursor: cursor) { [names] name in names.variables[name]?.global?.value }
        }
    }

    /// What is known of the name at a cursor; nil when there is none.
    /// - Parameter detail: 0 for the signature and a sentence, 1 for everything.
    package func inspect(_ text: String, cursor: Int, detail: Int = 0) -> CellInspection? {
        session.run { assistant.inspect(text, cursor: cursor, detail: detail) }
    }

    var assistant: CellAssistant {
        let summary = ValueSummary(library: library)
        return CellAssistant(linker: linker, names: names, commands: commands) { variable in
            variable.global.map { summary.text(of: $0.value) }
        }
    }
}
