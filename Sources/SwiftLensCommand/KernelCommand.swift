internal import ArgumentParser

/// `swiftlens kernel --connection-file FILE`: what a front end starts.
struct KernelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kernel", abstract: "Serve a front end. Jupyter starts this by itself; see `swiftlens install`.")

    @Option(name: [.customShort("f"), .long], help: "The file in which the front end says where to listen.")
    var connectionFile: String

    func run() throws { try KernelProcess.serve(connectionFile: connectionFile) }

    /// The file when the arguments are just those of the kernelspec.
    ///
    /// A front end asks at once, finds nobody, and asks again only 100 ms later; reading the arguments with a library
    /// takes long enough to be missed.
    static func connectionFile(in arguments: [String]) -> String? {
        let isPlain = arguments.count == 4 && arguments[1] == "kernel" && arguments[2] == "--connection-file"
        return isPlain && !arguments[3].hasPrefix("-") ? arguments[3] : nil
    }
}
