internal import ArgumentParser
internal import JupyterKernel
internal import JupyterProtocol
internal import JupyterZeroMQ

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// `swiftlens kernel --connection-file FILE`: what a front end starts.
struct KernelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kernel", abstract: "Serve a front end. Jupyter starts this by itself; see `swiftlens install`.")

    @Option(name: [.customShort("f"), .long], help: "The file in which the front end says where to listen.")
    var connectionFile: String

    func run() throws {
        InterruptSignal.install()
        ParentWatch()?.endWithParent()
        Installation.ofThisProcess()?.announceWeights()
        let server = try KernelServer(connectionFile: connectionFile) { StandardError.write($0) }
        let output = ProcessOutput()
        let kernel = Kernel(
            description: .swiftLens,
            signature: MessageSignature(key: server.file.key, scheme: server.file.signatureScheme),
            transport: server.outbox, ports: server.file.ports, processOutput: output, log: { output?.log($0) })
        guard BackgroundThread.start(stackBytes: Self.stackBytes, { kernel.run { CellSession() } }) else {
            throw CommandError("the system gives no thread to run cells on")
        }
        server.serve(kernel)
        // The thread of a cell that does not stop must not keep the process.
        _exit(0)
    }

    /// Address space for deep recursion in cells; the system gives memory only for what is used.
    static let stackBytes = 512 << 20
}
