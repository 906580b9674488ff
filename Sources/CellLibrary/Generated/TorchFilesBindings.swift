// swift-format-ignore-file
// Written by `make bindings` from the public declarations of Sources/TorchFiles; change them there.
internal import CellHost
public import CellValues
internal import SwiftLens

extension TorchEntry: HostObject {}
extension TorchFile: HostObject {}
extension TorchFileError: HostObject {}
extension TorchNumber: HostObject {}

extension HostLibrary {
    /// What TorchFiles offers to cells.
    func bindTorchFiles() {
        bindTorchFiles_TorchFile()
        bindTorchFiles_TorchFileError()
        bindTorchFiles_TorchNumber()
    }

    private func bindTorchFiles_TorchFile() {
        type(
            "TorchEntry", TorchEntry.self,
            doc: """
            What a file of PyTorch says about one tensor.
            """)
        type(
            "TorchFile", TorchFile.self,
            doc: """
            A file of tensors that PyTorch's `torch.save` wrote, read without running anything in it.

            ```swift
            let file = try TorchFile("model_final.pth")
            let embedding = try file.tensor("embed.W_E")        // [d_vocab, d_model]
            ```
            Such a file is an archive with a pickle, which is a program for a small machine. Of that machine only what a dictionary of
            tensors needs is built here: a pickle that names anything else, a function or a class, is refused with its name. Files of
            PyTorch before 1.6, which are no archives, and tensors that are compressed are refused too.
            """,
            describe: { $0.description })
        bind(
            "path", on: "TorchFile",
            """
            /// Where the file lies.
            let path: String
            """
        ) { call in
            try call.value(0, as: TorchFile.self).path.toCell()
        }
        bind(
            "entries", on: "TorchFile",
            """
            /// The tensors in the order in which the file names them.
            let entries: [TorchEntry]
            """
        ) { call in
            try call.value(0, as: TorchFile.self).entries.toCell()
        }
        bind(
            "init", on: "TorchFile",
            """
            /// Opens the file and checks what it says against its size.
            /// - Throws: `TorchFileError` when it can't be read, is not well formed, or asks for more than tensors.
            init(_ path: String) throws
            """
        ) { call in
            try TorchFile(call.value(0, as: String.self)).toCell()
        }
        bind(
            "names", on: "TorchFile",
            """
            /// The names of all tensors.
            var names: [String]
            """
        ) { call in
            try call.value(0, as: TorchFile.self).names.toCell()
        }
        bind(
            "entry", on: "TorchFile",
            """
            /// What the file says about one tensor, or nil when it isn't there.
            func entry(_ name: String) -> TorchEntry?
            """
        ) { call in
            try call.value(0, as: TorchFile.self).entry(call.value(1, as: String.self)).toCell()
        }
        bind(
            "tensor", on: "TorchFile",
            """
            /// Reads one tensor; floats of every width become float32, integers int64: `try file.tensor("embed.W_E")`.
            /// - Throws: `TorchFileError` when there is none of that name, or the file has changed.
            func tensor(_ name: String) throws -> Tensor
            """
        ) { call in
            try call.value(0, as: TorchFile.self).tensor(call.value(1, as: String.self)).toCell()
        }
        bind(
            "name", on: "TorchEntry",
            """
            /// Its name.
            let name: String
            """
        ) { call in
            try call.value(0, as: TorchEntry.self).name.toCell()
        }
        bind(
            "type", on: "TorchEntry",
            """
            /// The kind of its numbers.
            let type: TorchNumber
            """
        ) { call in
            try call.value(0, as: TorchEntry.self).type.toCell()
        }
        bind(
            "shape", on: "TorchEntry",
            """
            /// Its lengths.
            let shape: [Int]
            """
        ) { call in
            try call.value(0, as: TorchEntry.self).shape.toCell()
        }
        bind(
            "strides", on: "TorchEntry",
            """
            /// How many numbers lie from one to the next along each axis.
            let strides: [Int]
            """
        ) { call in
            try call.value(0, as: TorchEntry.self).strides.toCell()
        }
        bind(
            "count", on: "TorchEntry",
            """
            /// The number of its elements.
            var count: Int
            """
        ) { call in
            try call.value(0, as: TorchEntry.self).count.toCell()
        }
        bind(
            "description", on: "TorchFile",
            """
            /// What it holds and where it lies, in a line.
            var description: String
            """
        ) { call in
            try call.value(0, as: TorchFile.self).description.toCell()
        }
    }

    private func bindTorchFiles_TorchFileError() {
        type(
            "TorchFileError", TorchFileError.self,
            doc: """
            What can be wrong with a file of PyTorch, as facts; `description` puts them in words.
            """,
            describe: { $0.description })
        bind(
            "unreadable", on: "TorchFileError",
            """
            /// The system refused to open or read it.
            static func unreadable(path: String, reason: String) -> TorchFileError
            """
        ) { call in
            try TorchFileError.unreadable(path: call.value(0, as: String.self), reason: call.value(1, as: String.self)).toCell()
        }
        bind(
            "malformed", on: "TorchFileError",
            """
            /// The file contradicts itself, the format or its size.
            static func malformed(path: String, problem: String) -> TorchFileError
            """
        ) { call in
            try TorchFileError.malformed(path: call.value(0, as: String.self), problem: call.value(1, as: String.self)).toCell()
        }
        bind(
            "unsupported", on: "TorchFileError",
            """
            /// A form of the format that is not read.
            static func unsupported(path: String, problem: String) -> TorchFileError
            """
        ) { call in
            try TorchFileError.unsupported(path: call.value(0, as: String.self), problem: call.value(1, as: String.self)).toCell()
        }
        bind(
            "notTensors", on: "TorchFileError",
            """
            /// The pickle names a function or class that no dictionary of tensors needs; it was not run.
            static func notTensors(path: String, name: String) -> TorchFileError
            """
        ) { call in
            try TorchFileError.notTensors(path: call.value(0, as: String.self), name: call.value(1, as: String.self)).toCell()
        }
        bind(
            "noTensor", on: "TorchFileError",
            """
            /// No tensor of that name.
            static func noTensor(name: String, path: String, names: [String]) -> TorchFileError
            """
        ) { call in
            try TorchFileError.noTensor(
                name: call.value(0, as: String.self), path: call.value(1, as: String.self), 
                names: call.value(2, as: [String].self)).toCell()
        }
        bind(
            "tooLarge", on: "TorchFileError",
            """
            /// The tensor does not fit in memory.
            static func tooLarge(name: String, path: String, shape: [Int]) -> TorchFileError
            """
        ) { call in
            try TorchFileError.tooLarge(
                name: call.value(0, as: String.self), path: call.value(1, as: String.self), 
                shape: call.value(2, as: [Int].self)).toCell()
        }
        bind(
            "description", on: "TorchFileError",
            """
            /// The sentence that a user reads.
            var description: String
            """
        ) { call in
            try call.value(0, as: TorchFileError.self).description.toCell()
        }
    }

    private func bindTorchFiles_TorchNumber() {
        type(
            "TorchNumber", TorchNumber.self,
            doc: """
            The numbers of which PyTorch's tensors are made, under the names of its storages.
            """)
        bind(
            "allCases", on: "TorchNumber",
            """
            /// All cases, in their order: `TorchNumber.allCases`.
            static var allCases: [TorchNumber]
            """
        ) { _ in
            TorchNumber.allCases.toCell()
        }
        bind(
            "rawValue", on: "TorchNumber",
            """
            /// The text that stands for it: `TorchNumber.float32.rawValue` is `"FloatStorage"`.
            var rawValue: String
            """
        ) { call in
            try call.value(0, as: TorchNumber.self).rawValue.toCell()
        }
        bind(
            "init", on: "TorchNumber",
            """
            /// What a text stands for, nil when there is none: `TorchNumber(rawValue: "FloatStorage")`.
            init?(rawValue: String)
            """
        ) { call in
            try TorchNumber(rawValue: call.value(0, as: String.self)).toCell()
        }
        bind(
            "float32", on: "TorchNumber",
            """
            /// Floats of 32 bits.
            static let float32: TorchNumber
            """
        ) { _ in
            TorchNumber.float32.toCell()
        }
        bind(
            "float64", on: "TorchNumber",
            """
            /// Floats of 64 bits.
            static let float64: TorchNumber
            """
        ) { _ in
            TorchNumber.float64.toCell()
        }
        bind(
            "float16", on: "TorchNumber",
            """
            /// Floats of 16 bits, IEEE half precision.
            static let float16: TorchNumber
            """
        ) { _ in
            TorchNumber.float16.toCell()
        }
        bind(
            "bfloat16", on: "TorchNumber",
            """
            /// The upper half of floats of 32 bits.
            static let bfloat16: TorchNumber
            """
        ) { _ in
            TorchNumber.bfloat16.toCell()
        }
        bind(
            "int64", on: "TorchNumber",
            """
            /// Whole numbers of 64 bits.
            static let int64: TorchNumber
            """
        ) { _ in
            TorchNumber.int64.toCell()
        }
        bind(
            "int32", on: "TorchNumber",
            """
            /// Whole numbers of 32 bits.
            static let int32: TorchNumber
            """
        ) { _ in
            TorchNumber.int32.toCell()
        }
        bind(
            "int16", on: "TorchNumber",
            """
            /// Whole numbers of 16 bits.
            static let int16: TorchNumber
            """
        ) { _ in
            TorchNumber.int16.toCell()
        }
        bind(
            "int8", on: "TorchNumber",
            """
            /// Whole numbers of 8 bits.
            static let int8: TorchNumber
            """
        ) { _ in
            TorchNumber.int8.toCell()
        }
        bind(
            "uint8", on: "TorchNumber",
            """
            /// Whole numbers of 8 bits without a sign.
            static let uint8: TorchNumber
            """
        ) { _ in
            TorchNumber.uint8.toCell()
        }
        bind(
            "bool", on: "TorchNumber",
            """
            /// Truth values, a byte each.
            static let bool: TorchNumber
            """
        ) { _ in
            TorchNumber.bool.toCell()
        }
        bind(
            "byteCount", on: "TorchNumber",
            """
            /// The bytes of one.
            var byteCount: Int
            """
        ) { call in
            try call.value(0, as: TorchNumber.self).byteCount.toCell()
        }
    }
}
