// swift-format-ignore-file
// Written by `make bindings` from the public declarations of Sources/GGUF; change them there.
internal import CellHost
public import CellValues
internal import SwiftLens

extension GGUFError: HostObject {}
extension GGUFEntry: HostObject {}
extension GGUFFile: HostObject {}
extension GGUFValue: HostObject {}

extension HostLibrary {
    /// What GGUF offers to cells.
    func bindGGUF() {
        bindGGUF_GGUFError()
        bindGGUF_GGUFFile()
        bindGGUF_GGUFValue()
    }

    private func bindGGUF_GGUFError() {
        type(
            "GGUFError", GGUFError.self,
            doc: """
            What can be wrong with a GGUF file, as facts; `description` puts them in words.
            """,
            describe: { $0.description })
        bind(
            "unreadable", on: "GGUFError",
            """
            /// The system refused to open or read it.
            static func unreadable(path: String, reason: String) -> GGUFError
            """
        ) { call in
            try GGUFError.unreadable(path: call.value(0, as: String.self), reason: call.value(1, as: String.self)).toCell()
        }
        bind(
            "malformed", on: "GGUFError",
            """
            /// The file contradicts itself, the format or its size.
            static func malformed(path: String, problem: String) -> GGUFError
            """
        ) { call in
            try GGUFError.malformed(path: call.value(0, as: String.self), problem: call.value(1, as: String.self)).toCell()
        }
        bind(
            "unsupported", on: "GGUFError",
            """
            /// A form of the format that is not read: another version, another order of bytes.
            static func unsupported(path: String, problem: String) -> GGUFError
            """
        ) { call in
            try GGUFError.unsupported(path: call.value(0, as: String.self), problem: call.value(1, as: String.self)).toCell()
        }
        bind(
            "noTensor", on: "GGUFError",
            """
            /// No tensor of that name.
            static func noTensor(name: String, path: String, names: [String]) -> GGUFError
            """
        ) { call in
            try GGUFError.noTensor(
                name: call.value(0, as: String.self), path: call.value(1, as: String.self), 
                names: call.value(2, as: [String].self)).toCell()
        }
        bind(
            "unsupportedType", on: "GGUFError",
            """
            /// A tensor of numbers that are not read.
            static func unsupportedType(name: String, path: String, type: String) -> GGUFError
            """
        ) { call in
            try GGUFError.unsupportedType(
                name: call.value(0, as: String.self), path: call.value(1, as: String.self), 
                type: call.value(2, as: String.self)).toCell()
        }
        bind(
            "badKey", on: "GGUFError",
            """
            /// No such key, or a value of another kind.
            static func badKey(path: String, key: String, expected: String, found: String) -> GGUFError
            """
        ) { call in
            let value0 = try call.value(0, as: String.self)
            let value1 = try call.value(1, as: String.self)
            let value2 = try call.value(2, as: String.self)
            let value3 = try call.value(3, as: String.self)
            return GGUFError.badKey(path: value0, key: value1, expected: value2, found: value3).toCell()
        }
        bind(
            "tooLarge", on: "GGUFError",
            """
            /// The tensor does not fit in memory.
            static func tooLarge(name: String, path: String, shape: [Int]) -> GGUFError
            """
        ) { call in
            try GGUFError.tooLarge(
                name: call.value(0, as: String.self), path: call.value(1, as: String.self), 
                shape: call.value(2, as: [Int].self)).toCell()
        }
        bind(
            "description", on: "GGUFError",
            """
            /// The sentence that a user reads.
            var description: String
            """
        ) { call in
            try call.value(0, as: GGUFError.self).description.toCell()
        }
    }

    private func bindGGUF_GGUFFile() {
        type(
            "GGUFEntry", GGUFEntry.self,
            doc: """
            What a GGUF file says about one tensor.
            """)
        type(
            "GGUFFile", GGUFFile.self,
            doc: """
            A model file of llama.cpp's kind: metadata, and named tensors of packed numbers, which are read as float32.

            ```swift
            let file = try GGUFFile("model.gguf")
            file.metadata["general.architecture"]?.string            // "llama"
            let embedding = try file.tensor("token_embd.weight")     // [d_vocab, d_model]
            ```
            Nothing in the file is believed before it is checked against its size; the numbers are those that the format's own
            Python package gives, to the last bit.
            """,
            describe: { $0.description })
        bind(
            "path", on: "GGUFFile",
            """
            /// Where the file lies.
            let path: String
            """
        ) { call in
            try call.value(0, as: GGUFFile.self).path.toCell()
        }
        bind(
            "metadata", on: "GGUFFile",
            """
            /// What the file says about the model and its tokenizer.
            let metadata: [String: GGUFValue]
            """
        ) { call in
            try call.value(0, as: GGUFFile.self).metadata.toCell()
        }
        bind(
            "entries", on: "GGUFFile",
            """
            /// The tensors in the order of the file's table.
            let entries: [GGUFEntry]
            """
        ) { call in
            try call.value(0, as: GGUFFile.self).entries.toCell()
        }
        bind(
            "init", on: "GGUFFile",
            """
            /// Opens the file and checks what it says.
            /// - Throws: `GGUFError` when it can't be read or is not well formed.
            init(_ path: String) throws
            """
        ) { call in
            try GGUFFile(call.value(0, as: String.self)).toCell()
        }
        bind(
            "names", on: "GGUFFile",
            """
            /// The names of all tensors.
            var names: [String]
            """
        ) { call in
            try call.value(0, as: GGUFFile.self).names.toCell()
        }
        bind(
            "entry", on: "GGUFFile",
            """
            /// What the file says about one tensor, or nil when it isn't there.
            func entry(_ name: String) -> GGUFEntry?
            """
        ) { call in
            try call.value(0, as: GGUFFile.self).entry(call.value(1, as: String.self)).toCell()
        }
        bind(
            "tensor", on: "GGUFFile",
            """
            /// Reads one tensor as float32, the axis whose elements are neighbours last: `try file.tensor("token_embd.weight")`.
            /// - Throws: `GGUFError` when there is none of that name, its type is not read, or the file has changed.
            func tensor(_ name: String) throws -> Tensor
            """
        ) { call in
            try call.value(0, as: GGUFFile.self).tensor(call.value(1, as: String.self)).toCell()
        }
        bind(
            "name", on: "GGUFEntry",
            """
            /// Its name.
            let name: String
            """
        ) { call in
            try call.value(0, as: GGUFEntry.self).name.toCell()
        }
        bind(
            "typeName", on: "GGUFEntry",
            """
            /// The format's name for that kind.
            let typeName: String
            """
        ) { call in
            try call.value(0, as: GGUFEntry.self).typeName.toCell()
        }
        bind(
            "shape", on: "GGUFEntry",
            """
            /// Its lengths, the axis whose elements are neighbours last.
            let shape: [Int]
            """
        ) { call in
            try call.value(0, as: GGUFEntry.self).shape.toCell()
        }
        bind(
            "range", on: "GGUFEntry",
            """
            /// Where its bytes lie in the file; empty when the kind is not read.
            let range: Range<Int>
            """
        ) { call in
            try call.value(0, as: GGUFEntry.self).range.toCell()
        }
        bind(
            "description", on: "GGUFFile",
            """
            /// What it holds and where it lies, in a line.
            var description: String
            """
        ) { call in
            try call.value(0, as: GGUFFile.self).description.toCell()
        }
    }

    private func bindGGUF_GGUFValue() {
        type(
            "GGUFValue", GGUFValue.self,
            doc: """
            A value of a GGUF file's metadata.
            """,
            describe: { $0.description })
        bind(
            "integer", on: "GGUFValue",
            """
            /// A whole number.
            static func integer(_ value: Int) -> GGUFValue
            """
        ) { call in
            try GGUFValue.integer(call.value(0, as: Int.self)).toCell()
        }
        bind(
            "number", on: "GGUFValue",
            """
            /// A number with a fraction.
            static func number(_ value: Double) -> GGUFValue
            """
        ) { call in
            try GGUFValue.number(call.value(0, as: Double.self)).toCell()
        }
        bind(
            "boolean", on: "GGUFValue",
            """
            /// True or false.
            static func boolean(_ value: Bool) -> GGUFValue
            """
        ) { call in
            try GGUFValue.boolean(call.value(0, as: Bool.self)).toCell()
        }
        bind(
            "string", on: "GGUFValue",
            """
            /// A text.
            static func string(_ value: String) -> GGUFValue
            """
        ) { call in
            try GGUFValue.string(call.value(0, as: String.self)).toCell()
        }
        bind(
            "array", on: "GGUFValue",
            """
            /// A list.
            static func array(_ value: [GGUFValue]) -> GGUFValue
            """
        ) { call in
            try GGUFValue.array(call.value(0, as: [GGUFValue].self)).toCell()
        }
        bind(
            "integer", on: "GGUFValue",
            """
            /// The whole number, if it is one.
            var integer: Int?
            """
        ) { call in
            try call.value(0, as: GGUFValue.self).integer.toCell()
        }
        bind(
            "number", on: "GGUFValue",
            """
            /// A number of any kind.
            var number: Double?
            """
        ) { call in
            try call.value(0, as: GGUFValue.self).number.toCell()
        }
        bind(
            "boolean", on: "GGUFValue",
            """
            /// The truth value, if it is one.
            var boolean: Bool?
            """
        ) { call in
            try call.value(0, as: GGUFValue.self).boolean.toCell()
        }
        bind(
            "string", on: "GGUFValue",
            """
            /// The text, if it is one: `file.metadata["general.architecture"]?.string`.
            var string: String?
            """
        ) { call in
            try call.value(0, as: GGUFValue.self).string.toCell()
        }
        bind(
            "array", on: "GGUFValue",
            """
            /// The elements, if it is a list.
            var array: [GGUFValue]?
            """
        ) { call in
            try call.value(0, as: GGUFValue.self).array.toCell()
        }
        bind(
            "description", on: "GGUFValue",
            """
            /// The value as an error shows it; lists by their length.
            var description: String
            """
        ) { call in
            try call.value(0, as: GGUFValue.self).description.toCell()
        }
    }
}
