internal import ArgumentParser
internal import JupyterKernel
internal import Notebooks

/// `swiftlens check NOTEBOOK…`: whether a shared notebook still says the same.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Run notebooks again and say whether they still say the same.",
        discussion: """
            Words are compared exactly, numbers within a tolerance, pictures by their data, tables by their cells; progress \
            and times are left out. Of a number x, the tolerance is the larger of --relative × |x| and --absolute; whole \
            numbers are counts and must be the same. A cell's tag tolerance=1e-2 replaces both, whole numbers included; \
            skip-check leaves the cell out.

            Exit status: 0 when all say the same, 1 when something differs or a cell fails, 2 when a file can't be read or \
            written.
            """)

    @ArgumentParser.Argument(help: "Notebooks that were saved with their outputs.")
    var notebooks: [String]

    @Option(help: "How far numbers may lie from each other, as a part of their size.")
    var relative = Tolerance().relative

    @Option(help: "How far numbers near zero may lie from each other.")
    var absolute = Tolerance().absolute

    @Flag(help: "Save the new outputs of cells that differ, and where they come from.")
    var update = false

    @Option(help: ArgumentHelp("Write the result as JUnit XML, for continuous integration.", valueName: "FILE"))
    var junit: String?

    func validate() throws {
        for (name, value) in [("--relative", relative), ("--absolute", absolute)]
        where !(value >= 0 && value < .infinity) {
            throw ValidationError("\(name) was given \(value); it wants a number from 0 on, such as 1e-4.")
        }
    }

    func run() throws {
        InterruptSignal.install(secondEndsProcess: true)
        Installation.ofThisProcess()?.announceWeights()
        let tolerance = Tolerance(relative: relative, absolute: absolute)
        let (paths, update) = (notebooks, update)
        let results = try DeepStack.run {
            var results: [CheckResult] = []
            for path in paths {
                results.append(NotebookCheck(tolerance, updates: update).result(path))
                print(results.last?.text ?? "")
                if results.last?.ending == .stopped { break }
            }
            return results
        }
        if let junit { try JUnitReport(results).write(to: junit) }
        let code = results.map(\.ending.exitCode).max() ?? 0
        if code != 0 { throw ExitCode(code) }
    }
}
