import Display
import JupyterKernel
import JupyterProtocol
import JupyterZeroMQ
import SessionSafety

#if canImport(Glibc)
    @preconcurrency import Glibc
#else
    @preconcurrency import Darwin
#endif

/// The smallest kernel on this core: a toy language that makes each thing happen which a kernel must carry.
///
/// Start it as `EchoKernel CONNECTION_FILE`. The conformance tests drive it.
@main
struct EchoKernel {
    static func main() {
        guard CommandLine.arguments.count == 2 else { return }
        do {
            try serve(CommandLine.arguments[1])
        } catch {
            fputs("\(error)\n", stderr)
            exit(1)
        }
    }

    private static func serve(_ path: String) throws {
        InterruptSignal.install()
        ParentWatch()?.endWithParent()
        let server = try KernelServer(connectionFile: path) { fputs($0 + "\n", stderr) }
        let processOutput = ProcessOutput()
        let kernel = Kernel(
            description: description,
            signature: MessageSignature(key: server.file.key, scheme: server.file.signatureScheme),
            transport: server.outbox, ports: server.file.ports, processOutput: processOutput,
            log: { processOutput?.log($0) })
        BackgroundThread.start(stackBytes: 64 << 20) { kernel.run { EchoInterpreter() } }
        server.serve(kernel)
        _exit(0)
    }

    private static let description = KernelDescription(
        implementation: "echo", version: "1.0",
        language: LanguageInfo(
            name: "echo", version: "1.0", mimetype: "text/plain", fileExtension: ".txt", pygmentsLexer: "text",
            codemirrorMode: "text"),
        banner: "Echo")
}
