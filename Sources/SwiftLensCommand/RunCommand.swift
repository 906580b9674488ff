internal import ArgumentParser
internal import CellInterpreter
internal import CellLibrary
internal import Display
internal import JupyterKernel
internal import Notebooks
internal import Platform
internal import SessionSafety

/// `swiftlens run FILE`: cells without a front end.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run a file of cells and print what they show.",
        discussion: """
            FILE is a notebook, or Swift in which a line that begins with `// %%` begins another cell. The first error \
            ends the run, but in a notebook's cell that is tagged raises-exception. Control-C stops the run; pressed \
            twice it ends the process.

            A notebook's parameters are what its cell tagged `parameters` declares: `-p layer 5` gives another value, of \
            the type that is declared there. The new values stand in a cell of their own behind it, as papermill has them.
            """)

    @ArgumentParser.Argument(help: "A notebook (.ipynb) or a Swift file; `-` reads Swift from standard input.")
    var file: String

    @Option(
        name: .customLong("parameters"), help: ArgumentHelp("A parameter's value: -p layer 5.", valueName: "NAME=VALUE")
    )
    var parameters: [String] = []

    @Option(
        name: .customLong("parameters-raw"),
        help: ArgumentHelp("The same for text that looks like something else: -r name 007.", valueName: "NAME=TEXT"))
    var rawParameters: [String] = []

    @Option(name: [.customShort("f"), .long], help: ArgumentHelp("A JSON file of parameters.", valueName: "FILE"))
    var parametersFile: [String] = []

    @Option(name: .shortAndLong, help: ArgumentHelp("Save the executed notebook.", valueName: "FILE"))
    var output: String?

    @Flag(help: "List the notebook's parameters with their types and defaults, and run nothing.")
    var helpNotebook = false

    @ArgumentParser.Argument(
        parsing: .postTerminator, help: "What cells see as CommandLine.arguments, behind the name of FILE.")
    var arguments: [String] = []

    func run() throws {
        if helpNotebook { return print(try NotebookHelp(NotebookFile(file)).text) }
        let code = file.hasSuffix(".ipynb") ? try runNotebook() : try runFile()
        if code != .success { throw code }
    }

    /// What cells see as the program's arguments.
    private func tellArguments() { CellArguments.current = [file] + arguments }

    private func prepare() {
        InterruptSignal.install(secondEndsProcess: true)
        // A reader that has seen enough, such as `head`, ends this process as it ends others.
        signal(SIGPIPE, SIG_DFL)
        Installation.ofThisProcess()?.announceWeights()
    }

    // MARK: Notebooks

    private func runNotebook() throws -> ExitCode {
        let file = try NotebookFile(file)
        let notebook = try withParameters(file)
        prepare()
        let (name, output, command) = (file.name, output, self)
        return try DeepStack.run {
            let execution = NotebookExecution(notebook, terminal: TerminalOutput()) { "\(name), cell \($0)" }
            execution.session.run { command.tellArguments() }
            let last = execution.run { cell, error in
                Self.tell(error)
                return cell.tags.contains("raises-exception")
            }
            if last?.error?.isInterrupt == true { return Self.interrupted }
            if let output { try Self.save(notebook, execution, to: output) }
            return last == nil ? .success : .failure
        }
    }

    private func withParameters(_ file: NotebookFile) throws -> Notebook {
        let values = try ParameterArguments.values(words: parameters, raw: rawParameters, files: parametersFile)
        guard !values.isEmpty else { return file.notebook }
        let declared = NotebookParameters(of: file.notebook)
        if !declared.hasCell {
            StandardError.write("note: no cell of \(file.name) is tagged parameters; the values come first of all")
        }
        for (name, _) in values where declared.hasCell && !declared.declared.contains(where: { $0.name == name }) {
            let known = declared.declared.map(\.name).joined(separator: ", ")
            StandardError.write(
                "note: \(file.name) declares no parameter \(name); it has \(known.isEmpty ? "none" : known)")
        }
        do {
            return try declared.injecting(values, into: file.notebook)
        } catch let error as NotebookError {
            throw CommandError(error.description)
        }
    }

    private static func save(_ notebook: Notebook, _ execution: NotebookExecution, to path: String) throws {
        var executed = notebook
        executed.adopt(execution)
        try Provenance.now(in: execution.session).write(to: &executed)
        try NotebookFile.write(executed, to: path)
    }

    // MARK: Files of Swift

    private func runFile() throws -> ExitCode {
        guard output == nil, parameters.isEmpty, rawParameters.isEmpty, parametersFile.isEmpty else {
            throw CommandError("parameters and --output are for notebooks, and \(file) is none (.ipynb)")
        }
        let cells = try FileOfCells(path: file)
        prepare()
        tellArguments()
        return try DeepStack.run { Self.run(cells) }
    }

    /// Runs cell after cell, until one fails.
    private static func run(_ cells: FileOfCells) -> ExitCode {
        let output = TerminalOutput()
        DisplayOutputs.current = output
        let interpreter = Interpreter.swiftLens(output: output)
        for cell in cells.cells {
            let result = interpreter.run(cell.text, name: cell.name)
            if let bundle = result.bundle { output.show(bundle, id: nil) }
            UnfinishedDisplays.showReached()
            output.finish()
            if let error = result.error {
                tell(error)
                return error.isInterrupt ? interrupted : .failure
            }
        }
        return .success
    }

    private static func tell(_ error: CellError) {
        StandardError.write(ANSI.removed(from: error.traceback.joined(separator: "\n")))
    }

    /// The exit code of a program that control-C ended, as shells know it.
    private static let interrupted = ExitCode(130)
}
