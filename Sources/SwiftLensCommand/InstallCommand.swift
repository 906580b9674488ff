internal import ArgumentParser
internal import Platform

/// `swiftlens install`: makes the kernel known to Jupyter.
struct InstallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install", abstract: "Make the kernel known to Jupyter.",
        discussion: "`jupyter kernelspec remove swiftlens` takes it away again.")

    @Flag(help: "For your user, in every Jupyter that you start.")
    var user = false

    @Flag(help: "For the virtual or conda environment that is active.")
    var sysPrefix = false

    @Option(help: ArgumentHelp("For the environment in DIR.", valueName: "DIR"))
    var prefix: String?

    func validate() throws {
        guard [user, sysPrefix, prefix != nil].count(where: { $0 }) == 1 else {
            throw ValidationError("Say where to: one of --user, --sys-prefix and --prefix DIR.")
        }
        guard prefix.map({ !$0.allSatisfy(\.isWhitespace) }) ?? true else {
            throw ValidationError(
                "--prefix was given an empty text; name the environment's folder, such as --prefix .venv or --prefix /usr/local."
            )
        }
    }

    func run() throws {
        guard let installation = Installation.ofThisProcess() else {
            throw CommandError(
                "the folder `kernelspec` is neither above \(executablePath ?? "the executable") "
                    + "nor in a share/swiftlens beside it; run the executable where it was built or installed")
        }
        let folder = try place.dataFolder() + "/kernels/" + KernelSpec.name
        let spec = try KernelSpec(installation)
        let replaced = try spec.write(to: folder)
        print(
            replaced.map { "Replaced the kernel in \(folder), which started \($0)" }
                ?? "Installed the kernel in \(folder)")
        print("It starts \(installation.executable)")
    }

    private var place: JupyterPlace {
        if let prefix { return .prefix(prefix) }
        return user ? .user : .activeEnvironment
    }
}
