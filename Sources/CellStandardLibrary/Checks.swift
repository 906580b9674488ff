internal import CellHost
internal import CellValues

extension StandardLibrary {
    /// What ends a compiled program ends the cell here, and the session lives on.
    static func registerChecks(in library: HostLibrary) {
        for (name, word) in [("assert", "assertion"), ("precondition", "precondition")] {
            library.define(
                "func \(name)(_ condition: Bool, _ message: String = \"\")",
                "Ends the cell with an error unless the condition holds.",
                raw: { call in
                    guard try call.value(0, as: Bool.self) else { throw failure("\(word) failed", try call.text(1)) }
                    return .void
                })
        }
        for (name, words) in [("fatalError", "fatal error"), ("preconditionFailure", "precondition failed")] {
            library.define(
                "func \(name)(_ message: String = \"\") -> Never", "Ends the cell with an error.",
                raw: { call in throw failure(words, try call.text(0)) })
        }
        library.define(
            "func assertionFailure(_ message: String = \"\")", "Ends the cell with an error.",
            raw: { call in throw failure("assertion failed", try call.text(0)) })
    }

    private static func failure(_ what: String, _ message: String) -> CellRuntimeError {
        CellRuntimeError(message.isEmpty ? what : "\(what): \(message)")
    }
}
