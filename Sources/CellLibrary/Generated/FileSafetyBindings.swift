// swift-format-ignore-file
// Written by `make bindings` from the public declarations of Sources/FileSafety; change them there.
internal import CellHost
public import CellValues
internal import SwiftLens

extension FileError: HostObject {}

extension HostLibrary {
    /// What FileSafety offers to cells.
    func bindFileSafety() {
        bindFileSafety_FileError()
    }

    private func bindFileSafety_FileError() {
        type(
            "FileError", FileError.self,
            doc: """
            Why a file can't be written: where, and what stands in the way. What was there before is still there.
            """,
            describe: { $0.description })
        bind(
            "path", on: "FileError",
            """
            /// The path as it was given.
            let path: String
            """
        ) { call in
            try call.value(0, as: FileError.self).path.toCell()
        }
        bind(
            "problem", on: "FileError",
            """
            /// What stands in the way, and the way out where there is one.
            let problem: String
            """
        ) { call in
            try call.value(0, as: FileError.self).problem.toCell()
        }
        bind(
            "description", on: "FileError",
            """
            /// The sentence that a user reads.
            var description: String
            """
        ) { call in
            try call.value(0, as: FileError.self).description.toCell()
        }
    }
}
