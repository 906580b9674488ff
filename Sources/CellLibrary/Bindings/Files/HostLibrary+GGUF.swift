public import CellInterpreter
public import SwiftLens

extension GGUFFile: HostObject {}
extension GGUFEntry: HostObject {}
extension GGUFValue: HostObject {}
extension GGUFError: HostObject {}

extension HostLibrary {
    /// Model files of llama.cpp's kind.
    func bindGGUF() {
        type(
            "GGUFFile", GGUFFile.self, doc: "A GGUF file, whose tensors are read one by one as float32.",
            describe: { "GGUFFile of \($0.entries.count) tensors at \($0.path)" })
        type("GGUFEntry", GGUFEntry.self, doc: "A tensor in a GGUF file: its name, kind and shape.")
        type(
            "GGUFValue", GGUFValue.self, doc: "A value of a GGUF file's metadata.", describe: { $0.description })
        declare(
            "/// Opens a file and reads what it holds, without the tensors: `let file = try GGUFFile(\"model.gguf\")`.\ninit(_ path: String) throws",
            on: "GGUFFile"
        ) { (path: String) in try GGUFFile(path) }
        let file = "GGUFFile"
        declare("/// The names of the tensors.\nvar names: [String]", on: file) { (f: GGUFFile) in f.names }
        declare("/// Where the file lies.\nvar path: String", on: file) { (f: GGUFFile) in f.path }
        declare("/// The tensors with their kinds and shapes.\nvar entries: [GGUFEntry]", on: file) { (f: GGUFFile) in
            f.entries
        }
        declare(
            "/// What the file says of its model: `file.metadata[\"general.architecture\"]?.string`.\nvar metadata: [String: GGUFValue]",
            on: file
        ) { (f: GGUFFile) in f.metadata }
        declare(
            "/// Reads one tensor as float32, of the shape that the file says: `try file.tensor(\"token_embd.weight\")`.\nfunc tensor(_ name: String) throws -> Tensor",
            on: file
        ) { (f: GGUFFile, name: String) in try f.tensor(name) }
        let entry = "GGUFEntry"
        declare("/// The tensor's name.\nvar name: String", on: entry) { (e: GGUFEntry) in e.name }
        declare("/// The kind of its numbers: \"Q4_K\".\nvar typeName: String", on: entry) { (e: GGUFEntry) in
            e.typeName
        }
        declare("/// The length of each axis.\nvar shape: [Int]", on: entry) { (e: GGUFEntry) in e.shape }
        let value = "GGUFValue"
        declare("/// The text, if it is one.\nvar string: String?", on: value) { (v: GGUFValue) in v.string }
        declare("/// The whole number, if it is one.\nvar integer: Int?", on: value) { (v: GGUFValue) in v.integer }
        declare("/// The number, if it is one.\nvar number: Double?", on: value) { (v: GGUFValue) in v.number }
        declare("/// The elements, if it is a list.\nvar array: [GGUFValue]?", on: value) { (v: GGUFValue) in v.array }
    }
}
