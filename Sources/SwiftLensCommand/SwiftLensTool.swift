internal import ArgumentParser

/// The executable `swiftlens`.
@main
struct SwiftLensTool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "swiftlens",
        abstract: "A Jupyter kernel for transformer interpretability, in Swift.",
        version: Version.number,
        subcommands: [
            InstallCommand.self, RunCommand.self, CheckCommand.self, NotebooksCommand.self, KernelCommand.self,
        ])

    static func main() {
        do { try AddressLimit.prepare() } catch { exit(withError: error) }
        guard let file = KernelCommand.connectionFile(in: CommandLine.arguments) else {
            return main(ParameterArguments.joined(Array(CommandLine.arguments.dropFirst())))
        }
        do { try KernelProcess.serve(connectionFile: file) } catch { exit(withError: error) }
    }
}
