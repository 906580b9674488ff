internal import CellHost
internal import CellValues

/// One of the two streams that a program writes to, under the name that C gives it.
struct CellFile: HostObject {
    let stream: CellStream
}

extension StandardLibrary {
    static func registerStandardStreams(in library: HostLibrary) {
        library.type("FILE", CellFile.self, doc: "A stream that text can be written to.")
        library.define("var stdout: FILE", "Where print writes.") { () -> CellFile in
            CellFile(stream: .standardOutput)
        }
        library.define("var stderr: FILE", "The stream for warnings.") { () -> CellFile in
            CellFile(stream: .standardError)
        }
        library.define(
            "func fputs(_ text: String, _ stream: FILE)", "Writes a text as it is, without ending the line.",
            raw: { call in
                CellConsole.write(try call.text(0), to: try CellFile.fromCell(call[1]).stream)
                return .void
            })
    }
}
