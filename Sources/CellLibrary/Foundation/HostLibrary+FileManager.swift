internal import CellHost
internal import CellValues
internal import SwiftLens

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Foundation's `FileManager`: there is one.
struct HostFileManager: HostObject {}

extension HostLibrary {
    /// What programs do with files every day, under Foundation's names.
    func bindFileManager() {
        type("FileManager", HostFileManager.self, doc: "Looks for files and folders, makes, moves and removes them.")
        bind(
            "default", on: "FileManager",
            """
            /// The one there is: `FileManager.default.fileExists(atPath: "sweep.safetensors")`.
            static var `default`: FileManager { get }
            """
        ) { _ in HostFileManager().toCell() }
        bindLooking()
        bindChanging()
    }

    private func bindLooking() {
        declare(
            """
            /// Whether a file or folder is there.
            func fileExists(atPath path: String) -> Bool
            """, on: "FileManager"
        ) { (_: HostFileManager, path: String) in FileManager.default.fileExists(atPath: path) }
        declare(
            """
            /// The names of what lies in a folder, sorted: `try FileManager.default.contentsOfDirectory(atPath: ".")`.
            func contentsOfDirectory(atPath path: String) throws -> [String]
            """, on: "FileManager"
        ) { (_: HostFileManager, path: String) in
            try FileFault.told(path) { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
        }
        declare(
            """
            /// The folder that paths without a leading slash begin in.
            var currentDirectoryPath: String { get }
            """, on: "FileManager"
        ) { (_: HostFileManager) in FileManager.default.currentDirectoryPath }
    }

    private func bindChanging() {
        declare(
            """
            /// Makes a folder, with those above it when asked to.
            func createDirectory(atPath path: String, withIntermediateDirectories createIntermediates: Bool) throws
            """, on: "FileManager"
        ) { (_: HostFileManager, path: String, intermediates: Bool) in
            try FileFault.told(path) {
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: intermediates)
            }
        }
        declare(
            """
            /// Removes a file, or a folder with all that is in it.
            func removeItem(atPath path: String) throws
            """, on: "FileManager"
        ) { (_: HostFileManager, path: String) in
            try FileFault.told(path) { try FileManager.default.removeItem(atPath: path) }
        }
        declare(
            """
            /// Gives a file or folder another name or place; what is there already stays, and is an error.
            func moveItem(atPath source: String, toPath destination: String) throws
            """, on: "FileManager"
        ) { (_: HostFileManager, source: String, destination: String) in
            try FileFault.told(source) { try FileManager.default.moveItem(atPath: source, toPath: destination) }
        }
        declare(
            """
            /// Makes a copy of a file or folder; what is there already stays, and is an error.
            func copyItem(atPath source: String, toPath destination: String) throws
            """, on: "FileManager"
        ) { (_: HostFileManager, source: String, destination: String) in
            try FileFault.told(source) { try FileManager.default.copyItem(atPath: source, toPath: destination) }
        }
    }
}
