internal import JupyterKernel
internal import JupyterProtocol
internal import JupyterZeroMQ
internal import Platform
internal import SessionSafety

/// A process that is a kernel.
enum KernelProcess {
    /// Listens where the connection file says until a front end shuts the kernel down; then the process ends.
    static func serve(connectionFile: String) throws {
        InterruptSignal.install()
        // First of all: a front end that finds nobody listening waits before it asks again.
        let server = try KernelServer(connectionFile: connectionFile) { StandardError.write($0) }
        ParentWatch()?.endWithParent()
        Installation.ofThisProcess()?.announceWeights()
        let output = ProcessOutput()
        let kernel = Kernel(
            description: .swiftLens,
            signature: MessageSignature(key: server.file.key, scheme: server.file.signatureScheme),
            transport: server.outbox, ports: server.file.ports, limits: limits, processOutput: output,
            log: { output?.log($0) })
        guard BackgroundThread.start(stackBytes: stackBytes, { kernel.run { CellSession() } }) else {
            throw CommandError("the system gives no thread to run cells on")
        }
        server.serve(kernel)
        // The thread of a cell that does not stop must not keep the process.
        _exit(0)
    }

    private static var limits: OutputLimits {
        var limits = OutputLimits()
        limits.wayToSeeMore = "print a part of it, or `try saveText(\"\\(value)\", to: \"value.txt\")` keeps all of it"
        return limits
    }

    /// Address space for deep recursion in cells, a quarter at most of what is allowed; the system gives memory only for
    /// what is used.
    static let stackBytes = min(512, (AddressLimit.bytes ?? Int.max) >> 22) << 20
}
