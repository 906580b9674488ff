// swift-format-ignore-file
// Written by `make bindings` from the public declarations of Sources/Tokenizers; change them there.
internal import CellHost
public import CellValues
internal import SwiftLens

extension TokenizerError: HostObject {}

extension HostLibrary {
    /// What Tokenizers offers to cells.
    func bindTokenizers() {
        bindTokenizers_TokenizerError()
    }

    private func bindTokenizers_TokenizerError() {
        type(
            "TokenizerError", TokenizerError.self,
            doc: """
            What can be wrong with tokenizer files, or with ids that are to become text.
            """,
            describe: { $0.description })
        bind(
            "unreadable", on: "TokenizerError",
            """
            /// A file that is missing or cannot be read.
            static func unreadable(file: String, reason: String) -> TokenizerError
            """
        ) { call in
            try TokenizerError.unreadable(file: call.value(0, as: String.self), reason: call.value(1, as: String.self)).toCell()
        }
        bind(
            "malformed", on: "TokenizerError",
            """
            /// A file that holds something else than it should.
            static func malformed(file: String, expected: String, found: String) -> TokenizerError
            """
        ) { call in
            try TokenizerError.malformed(
                file: call.value(0, as: String.self), expected: call.value(1, as: String.self), 
                found: call.value(2, as: String.self)).toCell()
        }
        bind(
            "unknownID", on: "TokenizerError",
            """
            /// A token id that the vocabulary does not hold.
            static func unknownID(_ value: Int, count: Int) -> TokenizerError
            """
        ) { call in
            try TokenizerError.unknownID(call.value(0, as: Int.self), count: call.value(1, as: Int.self)).toCell()
        }
        bind(
            "unsupported", on: "TokenizerError",
            """
            /// A tokenizer of another kind than those that are read.
            static func unsupported(file: String, key: String, found: String) -> TokenizerError
            """
        ) { call in
            try TokenizerError.unsupported(
                file: call.value(0, as: String.self), key: call.value(1, as: String.self), 
                found: call.value(2, as: String.self)).toCell()
        }
        bind(
            "description", on: "TokenizerError",
            """
            /// What went wrong, and the way out: `error.description`.
            var description: String
            """
        ) { call in
            try call.value(0, as: TokenizerError.self).description.toCell()
        }
    }
}
