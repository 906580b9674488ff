internal import CellHost
internal import CellValues
internal import SwiftLens

/// Foundation's `String.Encoding`; files of cells are UTF-8.
struct HostEncoding: HostObject {}

extension HostLibrary {
    /// Texts and files, under Foundation's names.
    func bindTextFiles() {
        type("StringEncoding", HostEncoding.self, doc: "How a file's bytes become text.")
        bind("utf8", on: "StringEncoding", "/// UTF-8.\nstatic var utf8: StringEncoding { get }") { _ in
            HostEncoding().toCell()
        }
        declare(
            """
            /// The text of a file: `try String(contentsOfFile: "prompts.txt", encoding: .utf8)`.
            init(contentsOfFile path: String, encoding: StringEncoding) throws
            """, on: "String"
        ) { (path: String, _: HostEncoding) in try loadText(path) }
        declare(
            """
            /// The text of a file in UTF-8: `try String(contentsOfFile: "prompts.txt")`.
            init(contentsOfFile path: String) throws
            """, on: "String"
        ) { (path: String) in try loadText(path) }
        declare(
            """
            /// Writes the text to a file, which appears only when it is complete.
            func write(
                toFile path: String, atomically: Bool, encoding: StringEncoding) throws
            """, on: "String"
        ) { (text: String, path: String, _: Bool, _: HostEncoding) in try saveText(text, to: path) }
    }
}
