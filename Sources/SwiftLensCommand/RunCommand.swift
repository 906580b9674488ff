internal import ArgumentParser
internal import CellInterpreter
internal import Dispatch
internal import Display
internal import Foundation
internal import JupyterKernel

/// `swiftlens run FILE`: cells without a front end.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run a file of cells and print what they show.",
        discussion: """
            FILE is a notebook, or Swift in which a line that begins with `// %%` begins another cell. The first error \
            ends the run, but in a notebook's cell that is tagged raises-exception. Control-C stops the run; pressed \
            twice it ends the process.
            """)

    @ArgumentParser.Argument(help: "A notebook (.ipynb) or a Swift file; `-` reads Swift from standard input.")
    var file: String

    func run() throws {
        let cells = try CellFile(path: file)
        InterruptSignal.install(secondEndsProcess: true)
        // A reader that has seen enough, such as `head`, ends this process as it ends others.
        signal(SIGPIPE, SIG_DFL)
        Installation.ofThisProcess()?.announceWeights()
        let code = try Self.onDeepStack { Self.run(cells) }
        if code != .success { throw code }
    }

    /// Runs cell after cell, until one fails.
    private static func run(_ cells: CellFile) -> ExitCode {
        let output = TerminalOutput()
        DisplayOutputs.current = output
        let interpreter = Interpreter.swiftLens(output: output)
        for cell in cells.cells {
            let result = interpreter.run(cell.text, name: cell.name)
            if let bundle = result.bundle { output.show(bundle, id: nil) }
            UnfinishedDisplays.showReached()
            output.finish()
            if let error = result.error {
                StandardError.write(ANSI.removed(from: error.traceback.joined(separator: "\n")))
                if error.isInterrupt { return interrupted }
                if !cell.mayFail { return .failure }
            }
        }
        return .success
    }

    /// The exit code of a program that control-C ended, as shells know it.
    private static let interrupted = ExitCode(130)

    private static func onDeepStack(_ body: @escaping @Sendable () -> ExitCode) throws -> ExitCode {
        let (result, isDone) = (ResultBox(), DispatchSemaphore(value: 0))
        let hasStarted = BackgroundThread.start(stackBytes: KernelProcess.stackBytes) {
            result.code = body()
            isDone.signal()
        }
        guard hasStarted else { throw CommandError("the system gives no thread to run cells on") }
        isDone.wait()
        return result.code
    }

    /// Written before the semaphore is signalled, read after.
    private final class ResultBox: @unchecked Sendable { var code = ExitCode.success }
}
