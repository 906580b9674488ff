// swift-format-ignore-file
// Written by `make bindings` from the public declarations of Sources/Safetensors; change them there.
internal import CellHost
public import CellValues
internal import SwiftLens

extension SafetensorsDType: HostObject {}
extension SafetensorsEntry: HostObject {}
extension SafetensorsError: HostObject {}
extension SafetensorsFile: HostObject {}

extension HostLibrary {
    /// What Safetensors offers to cells.
    func bindSafetensors() {
        bindSafetensors_SafetensorsEntry()
        bindSafetensors_SafetensorsError()
        bindSafetensors_SafetensorsFile()
        bindSafetensors_SafetensorsWriter()
        bindSafetensors_TextFiles()
    }

    private func bindSafetensors_SafetensorsEntry() {
        type(
            "SafetensorsDType", SafetensorsDType.self,
            doc: """
            The element types of the safetensors format that can be read.
            """,
            describe: { $0.description })
        type(
            "SafetensorsEntry", SafetensorsEntry.self,
            doc: """
            What a safetensors header says about one tensor.
            """)
        bind(
            "name", on: "SafetensorsEntry",
            """
            /// Its name.
            let name: String
            """
        ) { call in
            try call.value(0, as: SafetensorsEntry.self).name.toCell()
        }
        bind(
            "dtype", on: "SafetensorsEntry",
            """
            /// The type of its elements in the file.
            let dtype: SafetensorsDType
            """
        ) { call in
            try call.value(0, as: SafetensorsEntry.self).dtype.toCell()
        }
        bind(
            "shape", on: "SafetensorsEntry",
            """
            /// Its lengths.
            let shape: [Int]
            """
        ) { call in
            try call.value(0, as: SafetensorsEntry.self).shape.toCell()
        }
        bind(
            "range", on: "SafetensorsEntry",
            """
            /// Where its bytes lie, counted from the end of the header.
            let range: Range<Int>
            """
        ) { call in
            try call.value(0, as: SafetensorsEntry.self).range.toCell()
        }
        bind(
            "count", on: "SafetensorsEntry",
            """
            /// How many elements it has. The header's check has made sure that this does not overflow.
            var count: Int
            """
        ) { call in
            try call.value(0, as: SafetensorsEntry.self).count.toCell()
        }
        bind(
            "allCases", on: "SafetensorsDType",
            """
            /// All cases, in their order: `SafetensorsDType.allCases`.
            static var allCases: [SafetensorsDType]
            """
        ) { _ in
            SafetensorsDType.allCases.toCell()
        }
        bind(
            "rawValue", on: "SafetensorsDType",
            """
            /// The text that stands for it: `SafetensorsDType.f64.rawValue` is `"F64"`.
            var rawValue: String
            """
        ) { call in
            try call.value(0, as: SafetensorsDType.self).rawValue.toCell()
        }
        bind(
            "init", on: "SafetensorsDType",
            """
            /// What a text stands for, nil when there is none: `SafetensorsDType(rawValue: "F64")`.
            init?(rawValue: String)
            """
        ) { call in
            try SafetensorsDType(rawValue: call.value(0, as: String.self)).toCell()
        }
        bind(
            "f64", on: "SafetensorsDType",
            """
            /// Floating point of 8 bytes.
            static let f64: SafetensorsDType
            """
        ) { _ in
            SafetensorsDType.f64.toCell()
        }
        bind(
            "f32", on: "SafetensorsDType",
            """
            /// Floating point of 4 bytes.
            static let f32: SafetensorsDType
            """
        ) { _ in
            SafetensorsDType.f32.toCell()
        }
        bind(
            "f16", on: "SafetensorsDType",
            """
            /// Floating point of 2 bytes.
            static let f16: SafetensorsDType
            """
        ) { _ in
            SafetensorsDType.f16.toCell()
        }
        bind(
            "bf16", on: "SafetensorsDType",
            """
            /// Floating point of 2 bytes with the range of 4.
            static let bf16: SafetensorsDType
            """
        ) { _ in
            SafetensorsDType.bf16.toCell()
        }
        bind(
            "i64", on: "SafetensorsDType",
            """
            /// Integers of 8 bytes.
            static let i64: SafetensorsDType
            """
        ) { _ in
            SafetensorsDType.i64.toCell()
        }
        bind(
            "i32", on: "SafetensorsDType",
            """
            /// Integers of 4 bytes.
            static let i32: SafetensorsDType
            """
        ) { _ in
            SafetensorsDType.i32.toCell()
        }
        bind(
            "i16", on: "SafetensorsDType",
            """
            /// Integers of 2 bytes.
            static let i16: SafetensorsDType
            """
        ) { _ in
            SafetensorsDType.i16.toCell()
        }
        bind(
            "i8", on: "SafetensorsDType",
            """
            /// Integers of 1 byte.
            static let i8: SafetensorsDType
            """
        ) { _ in
            SafetensorsDType.i8.toCell()
        }
        bind(
            "u8", on: "SafetensorsDType",
            """
            /// Integers of 1 byte, none negative.
            static let u8: SafetensorsDType
            """
        ) { _ in
            SafetensorsDType.u8.toCell()
        }
        bind(
            "bool", on: "SafetensorsDType",
            """
            /// Truth values of 1 byte.
            static let bool: SafetensorsDType
            """
        ) { _ in
            SafetensorsDType.bool.toCell()
        }
        bind(
            "description", on: "SafetensorsDType",
            """
            /// The kind's name: `F32`.
            var description: String
            """
        ) { call in
            try call.value(0, as: SafetensorsDType.self).description.toCell()
        }
        bind(
            "byteCount", on: "SafetensorsDType",
            """
            /// How many bytes one element takes in the file.
            var byteCount: Int
            """
        ) { call in
            try call.value(0, as: SafetensorsDType.self).byteCount.toCell()
        }
    }

    private func bindSafetensors_SafetensorsError() {
        type(
            "SafetensorsError", SafetensorsError.self,
            doc: """
            What can go wrong with a safetensors file, as facts; `description` puts them in words.
            """,
            describe: { $0.description })
        bind(
            "unreadable", on: "SafetensorsError",
            """
            /// It isn't there, is no ordinary file, or the system refused to open or read it.
            static func unreadable(path: String, reason: String) -> SafetensorsError
            """
        ) { call in
            try SafetensorsError.unreadable(path: call.value(0, as: String.self), reason: call.value(1, as: String.self)).toCell()
        }
        bind(
            "tooShort", on: "SafetensorsError",
            """
            /// Not even room for the header's length.
            static func tooShort(path: String, byteCount: Int) -> SafetensorsError
            """
        ) { call in
            try SafetensorsError.tooShort(path: call.value(0, as: String.self), byteCount: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "badHeader", on: "SafetensorsError",
            """
            /// The header contradicts itself, the format or the file.
            static func badHeader(path: String, problem: String) -> SafetensorsError
            """
        ) { call in
            try SafetensorsError.badHeader(path: call.value(0, as: String.self), problem: call.value(1, as: String.self)).toCell()
        }
        bind(
            "noTensor", on: "SafetensorsError",
            """
            /// No tensor of that name.
            static func noTensor(name: String, path: String, names: [String]) -> SafetensorsError
            """
        ) { call in
            try SafetensorsError.noTensor(
                name: call.value(0, as: String.self), path: call.value(1, as: String.self), 
                names: call.value(2, as: [String].self)).toCell()
        }
        bind(
            "unknownType", on: "SafetensorsError",
            """
            /// A tensor of a type that is not read.
            static func unknownType(name: String, path: String, dtype: String) -> SafetensorsError
            """
        ) { call in
            try SafetensorsError.unknownType(
                name: call.value(0, as: String.self), path: call.value(1, as: String.self), 
                dtype: call.value(2, as: String.self)).toCell()
        }
        bind(
            "tooLarge", on: "SafetensorsError",
            """
            /// The tensor does not fit in memory.
            static func tooLarge(name: String, path: String, shape: [Int]) -> SafetensorsError
            """
        ) { call in
            try SafetensorsError.tooLarge(
                name: call.value(0, as: String.self), path: call.value(1, as: String.self), 
                shape: call.value(2, as: [Int].self)).toCell()
        }
        bind(
            "reservedName", on: "SafetensorsError",
            """
            /// A tensor that bears the name of the metadata.
            static let reservedName: SafetensorsError
            """
        ) { _ in
            SafetensorsError.reservedName.toCell()
        }
        bind(
            "description", on: "SafetensorsError",
            """
            /// The sentence that a user reads.
            var description: String
            """
        ) { call in
            try call.value(0, as: SafetensorsError.self).description.toCell()
        }
    }

    private func bindSafetensors_SafetensorsFile() {
        type(
            "SafetensorsFile", SafetensorsFile.self,
            doc: """
            A file of named tensors in the safetensors format, its header read and checked, its data still on disk.

            ```swift
            let file = try SafetensorsFile("model.safetensors")
            let embedding = try file.tensor("wte.weight")       // [d_vocab, d_model]
            ```
            Nothing in the file is believed before it is checked: lengths, ranges, types and shapes are held against each other
            and against the file's size when it is opened.
            """,
            describe: { $0.description })
        bind(
            "path", on: "SafetensorsFile",
            """
            /// Where the file lies.
            let path: String
            """
        ) { call in
            try call.value(0, as: SafetensorsFile.self).path.toCell()
        }
        bind(
            "metadata", on: "SafetensorsFile",
            """
            /// What the file says about itself.
            let metadata: [String: String]
            """
        ) { call in
            try call.value(0, as: SafetensorsFile.self).metadata.toCell()
        }
        bind(
            "entries", on: "SafetensorsFile",
            """
            /// The tensors in the order of their data, but for those of a type that is not known here.
            let entries: [SafetensorsEntry]
            """
        ) { call in
            try call.value(0, as: SafetensorsFile.self).entries.toCell()
        }
        bind(
            "init", on: "SafetensorsFile",
            """
            /// Opens the file and checks its header.
            /// - Throws: `SafetensorsError` when it can't be read or is not well formed.
            init(_ path: String) throws
            """
        ) { call in
            try SafetensorsFile(call.value(0, as: String.self)).toCell()
        }
        bind(
            "names", on: "SafetensorsFile",
            """
            /// The names of all tensors, in the order of their data; behind them those of a type that is not known here.
            var names: [String]
            """
        ) { call in
            try call.value(0, as: SafetensorsFile.self).names.toCell()
        }
        bind(
            "entry", on: "SafetensorsFile",
            """
            /// What the file says about one tensor, or nil when it isn't there or of a type that is not known here.
            func entry(_ name: String) -> SafetensorsEntry?
            """
        ) { call in
            try call.value(0, as: SafetensorsFile.self).entry(call.value(1, as: String.self)).toCell()
        }
        bind(
            "tensor", on: "SafetensorsFile",
            """
            /// Reads one tensor; 16-bit and 64-bit floats become float32, all integers int64.
            ///
            /// `try file.tensor("wte.weight")`
            /// - Throws: `SafetensorsError` when there is none of that name, its type is not known, or the file has changed since it was opened.
            func tensor(_ name: String) throws -> Tensor
            """
        ) { call in
            try call.value(0, as: SafetensorsFile.self).tensor(call.value(1, as: String.self)).toCell()
        }
        bind(
            "tensors", on: "SafetensorsFile",
            """
            /// Reads all tensors, but for those of a type that is not known here, such as U16 or F8_E4M3.
            ///
            /// `try file.tensors()`
            func tensors() throws -> [String: Tensor]
            """
        ) { call in
            try call.value(0, as: SafetensorsFile.self).tensors().toCell()
        }
        bind(
            "description", on: "SafetensorsFile",
            """
            /// What it holds and where it lies, in a line.
            var description: String
            """
        ) { call in
            try call.value(0, as: SafetensorsFile.self).description.toCell()
        }
        bind(
            "loadTensors",
            """
            /// Reads all tensors of a safetensors file, but for those of a type that is not known here, such as U16 or F8_E4M3.
            ///
            /// ```swift
            /// let tensors = try loadTensors(from: "sweep.safetensors")
            /// let grid = tensors["grid"]
            /// ```
            /// - Throws: `SafetensorsError` naming the file, the tensor, and what was expected and found.
            func loadTensors(from path: String) throws -> [String: Tensor]
            """
        ) { call in
            try loadTensors(from: call.value(0, as: String.self)).toCell()
        }
    }

    private func bindSafetensors_SafetensorsWriter() {
        bind(
            "saveTensors",
            """
            /// Writes tensors to a safetensors file, which PyTorch, NumPy and others can read.
            ///
            /// ```swift
            /// try saveTensors(["grid": patchedHeads, "tokens": tokens], to: "sweep.safetensors")
            /// ```
            /// float32 is written as F32, int64 as I64, bool as BOOL. The file appears only when it is complete; one that was there
            /// before gets the new content, and keeps its mode, owner and links.
            /// - Throws: `FileError` when the file can't be written, `SafetensorsError/reservedName`.
            func saveTensors(_ tensors: [String: Tensor], to path: String, metadata: [String: String] = [:]) throws
            """
        ) { call in
            try saveTensors(
                call.value(0, as: [String: Tensor].self), to: call.value(1, as: String.self), 
                metadata: call.value(2, as: [String: String].self))
            return .void
        }
    }

    private func bindSafetensors_TextFiles() {
        bind(
            "saveText",
            """
            /// Writes a text to a file, in UTF-8.
            ///
            /// ```swift
            /// try saveText(sweep.toCSV(), to: "sweep.csv")
            /// ```
            /// The file appears only when it is complete; one that was there before gets the new content, and keeps its mode, owner
            /// and links. Pipes and devices are written to.
            /// - Throws: `FileError` when the file can't be written.
            func saveText(_ text: String, to path: String) throws
            """
        ) { call in
            try saveText(call.value(0, as: String.self), to: call.value(1, as: String.self))
            return .void
        }
        bind(
            "toCSV", on: "Tensor",
            """
            /// Writes the elements to a comma-separated file; see `toCSV(rowLabels:columnLabels:)`.
            ///
            /// ```swift
            /// try patchedHeads.toCSV(to: "heads.csv")
            /// ```
            func toCSV(to path: String, rowLabels: [String]? = nil, columnLabels: [String]? = nil) throws
            """
        ) { call in
            try call.value(0, as: Tensor.self).toCSV(
                to: call.value(1, as: String.self), rowLabels: call.value(2, as: [String]?.self), 
                columnLabels: call.value(3, as: [String]?.self))
            return .void
        }
        bind(
            "toJSON", on: "Tensor",
            """
            /// Writes the elements to a JSON file, as nested arrays.
            ///
            /// ```swift
            /// try patchedHeads.toJSON(to: "heads.json")
            /// ```
            func toJSON(to path: String) throws
            """
        ) { call in
            try call.value(0, as: Tensor.self).toJSON(to: call.value(1, as: String.self))
            return .void
        }
    }
}
