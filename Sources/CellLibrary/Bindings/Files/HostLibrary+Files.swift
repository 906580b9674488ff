public import CellInterpreter
public import SwiftLens

extension SafetensorsFile: HostObject {}
extension SafetensorsEntry: HostObject {}
extension SafetensorsDType: HostObject {}

extension HostLibrary {
    /// Files of tensors and of text.
    func bindFiles() {
        type(
            "SafetensorsFile", SafetensorsFile.self, doc: "A safetensors file whose tensors are read one by one.",
            describe: { "SafetensorsFile of \($0.entries.count) tensors at \($0.path)" })
        type("SafetensorsEntry", SafetensorsEntry.self, doc: "A tensor in a file: its name, kind and shape.")
        type(
            "SafetensorsDType", SafetensorsDType.self, doc: "The kind of number in a file, such as F16.",
            describe: { $0.rawValue })
        bindTensorFiles()
        bindSafetensorsFile()
        bindGGUF()
    }

    private func bindTensorFiles() {
        declare(
            """
            /// Writes tensors into a safetensors file: `try saveTensors(["map": map], to: "map.safetensors")`.
            func saveTensors(_ tensors: [String: Tensor], to path: String, metadata: [String: String] = [:]) throws
            """
        ) { (tensors: [String: Tensor], path: String, metadata: [String: String]) in
            try saveTensors(tensors, to: path, metadata: metadata)
        }
        declare(
            """
            /// Reads all tensors of a safetensors file, by name: `let maps = try loadTensors(from: "maps.safetensors")`.
            func loadTensors(from path: String) throws -> [String: Tensor]
            """
        ) { (path: String) in try loadTensors(from: path) }
        declare(
            """
            /// Writes a text to a file: `try saveText(sweep.toCSV(), to: "sweep.csv")`.
            func saveText(_ text: String, to path: String) throws
            """
        ) { (text: String, path: String) in try saveText(text, to: path) }
    }

    private func bindSafetensorsFile() {
        declare(
            "/// Opens a file and reads what it holds, without the tensors: `let file = try SafetensorsFile(\"a.safetensors\")`.\ninit(_ path: String) throws",
            on: "SafetensorsFile"
        ) { (path: String) in try SafetensorsFile(path) }
        let file = "SafetensorsFile"
        declare("/// The names of the tensors.\nvar names: [String]", on: file) { (f: SafetensorsFile) in f.names }
        declare("/// Where the file lies.\nvar path: String", on: file) { (f: SafetensorsFile) in f.path }
        declare("/// What the file says of itself.\nvar metadata: [String: String]", on: file) { (f: SafetensorsFile) in
            f.metadata
        }
        declare("/// The tensors with their kinds and shapes.\nvar entries: [SafetensorsEntry]", on: file) {
            (f: SafetensorsFile) in f.entries
        }
        declare(
            "/// The kind and shape of one tensor; nil when there is none of that name.\nfunc entry(_ name: String) -> SafetensorsEntry?",
            on: file
        ) {
            (f: SafetensorsFile, name: String) in f.entry(name)
        }
        declare(
            "/// Reads one tensor, of the shape that the file says: `try file.tensor(\"wte.weight\")`.\nfunc tensor(_ name: String) throws -> Tensor",
            on: file
        ) {
            (f: SafetensorsFile, name: String) in try f.tensor(name)
        }
        declare(
            "/// Reads all tensors, by name: `try file.tensors()`.\nfunc tensors() throws -> [String: Tensor]", on: file
        ) {
            (f: SafetensorsFile) in try f.tensors()
        }
        let entry = "SafetensorsEntry"
        declare("/// The tensor's name.\nvar name: String", on: entry) { (e: SafetensorsEntry) in e.name }
        declare("/// The length of each axis.\nvar shape: [Int]", on: entry) { (e: SafetensorsEntry) in e.shape }
        declare("/// The number of elements.\nvar count: Int", on: entry) { (e: SafetensorsEntry) in e.count }
        declare("/// The kind of number in the file.\nvar dtype: SafetensorsDType", on: entry) {
            (e: SafetensorsEntry) in e.dtype
        }
        declare("/// The kind's name: \"F32\".\nvar rawValue: String", on: "SafetensorsDType") {
            (d: SafetensorsDType) in d.rawValue
        }
        declare("/// The bytes of one number.\nvar byteCount: Int", on: "SafetensorsDType") { (d: SafetensorsDType) in
            d.byteCount
        }
    }
}
