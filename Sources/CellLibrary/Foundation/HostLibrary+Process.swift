internal import CellHost
internal import CellValues

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A type of which cells only know static members.
struct HostCommandLine: HostObject {}

/// Foundation's `ProcessInfo`: there is one.
struct HostProcessInfo: HostObject {}

extension HostLibrary {
    /// What a program is told from outside, under Swift's and Foundation's names.
    func bindProcess() {
        type("CommandLine", HostCommandLine.self, doc: "What the program was started with.")
        bind(
            "arguments", on: "CommandLine",
            """
            /// The name of what runs, and the words behind it: `swiftlens run cells.swift -- 5` gives `["cells.swift", "5"]`.
            static var arguments: [String] { get }
            """
        ) { _ in CellArguments.current.toCell() }
        type("ProcessInfo", HostProcessInfo.self, doc: "Facts about this process.")
        bind(
            "processInfo", on: "ProcessInfo",
            """
            /// This process: `ProcessInfo.processInfo.environment["HOME"]`.
            static var processInfo: ProcessInfo { get }
            """
        ) { _ in HostProcessInfo().toCell() }
        declare(
            """
            /// The variables that the process was started with: `ProcessInfo.processInfo.environment["SLURM_JOB_ID"]`.
            var environment: [String: String] { get }
            """, on: "ProcessInfo"
        ) { (_: HostProcessInfo) in ProcessInfo.processInfo.environment }
        declare(
            """
            /// How many processor cores can be used.
            var activeProcessorCount: Int { get }
            """, on: "ProcessInfo"
        ) { (_: HostProcessInfo) in ProcessInfo.processInfo.activeProcessorCount }
        declare("/// The process's number.\nvar processIdentifier: Int { get }", on: "ProcessInfo") {
            (_: HostProcessInfo) in Int(ProcessInfo.processInfo.processIdentifier)
        }
    }
}
