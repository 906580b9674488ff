internal import CellInterpreter
internal import FileSafety
internal import JupyterKernel

extension CellCommand {
    /// `%load PATH`: a file's text takes the place of the cell, as in IPython.
    static func load(into cell: @escaping () -> CellContext?) -> CellCommand {
        CellCommand(name: "load", help: "Puts a file of Swift into this cell: %load steering.swift") { context in
            let text = try textToEdit(context.argument)
            guard let cell = cell() else {
                throw CommandError(
                    "%load puts text into a notebook's cell, and there is none here; `swiftlens run FILE` runs a file")
            }
            cell.setNextInput("// %load \(context.argument)\n\(text)", replacing: true)
            return nil
        }
    }

    /// A file that a person can go through in a cell.
    private static func textToEdit(_ path: String) throws -> String {
        guard !path.isEmpty else { throw CommandError("%load wants the path of a file: %load steering.swift") }
        let file = try ReadableFile(path)
        guard file.byteCount <= 1 << 20 else {
            throw CommandError("\(path) has \(file.byteCount) bytes; a cell takes 1048576: read it with loadText")
        }
        guard let text = String(validating: try file.bytes(at: 0, count: file.byteCount), as: UTF8.self) else {
            throw CommandError("\(path) is not UTF-8 text")
        }
        return text
    }
}
