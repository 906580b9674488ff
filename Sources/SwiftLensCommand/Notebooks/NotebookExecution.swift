internal import CellInterpreter
internal import Display
internal import JupyterKernel
internal import Notebooks
internal import SessionSafety

/// Runs a notebook's code cells in a session of their own and keeps what they show, as a front end would.
final class NotebookExecution {
    /// A cell that has run.
    struct CellRun {
        /// Its place in the notebook.
        let place: Int
        /// The how manieth code cell it is, from 1.
        let number: Int
        let error: CellError?
    }

    /// The notebook's own; the process's stop button ends it.
    let session = Session(stop: Session.main.stop)
    private let notebook: Notebook
    private let output: ExecutionOutput
    private let interpreter: Interpreter
    private let name: (Int) -> String
    private var outputs: CellOutputs
    private(set) var runs: [CellRun] = []

    /// - Parameters:
    ///   - terminal: where output is printed too.
    ///   - name: what errors call the cell of a number.
    init(_ notebook: Notebook, terminal: TerminalOutput? = nil, name: @escaping (Int) -> String) {
        self.notebook = notebook
        self.name = name
        output = ExecutionOutput(terminal: terminal)
        outputs = CellOutputs(count: notebook.cells.count)
        interpreter = .swiftLens(output: output, session: session)
    }

    /// Runs all cells, until one fails that does not say that it may. A notebook does not hear of one that ran before it.
    /// - Parameter mayFail: whether the run goes on behind a cell whose error this is.
    /// - Returns: the cell that ended the run early.
    func run(mayFail: (NotebookCell, CellError) -> Bool) -> CellRun? {
        session.run {
            DisplayOutputs.current = output
            for (index, place) in notebook.codeCells.enumerated() {
                let run = CellRun(place: place, number: index + 1, error: execute(place, number: index + 1))
                runs.append(run)
                if let error = run.error, error.isInterrupt || !mayFail(notebook.cells[place], error) { return run }
            }
            return nil
        }
    }

    /// What a cell shows now.
    func outputs(of run: CellRun) -> [NotebookOutput] { outputs.ofCell(run.place) }

    /// The number that a cell has in its brackets; nil for a blank one.
    private(set) var counts: [Int: Int] = [:]

    private func execute(_ place: Int, number: Int) -> CellError? {
        let text = notebook.cells[place].source
        guard !text.allSatisfy(\.isWhitespace) else { return nil }
        let count = counts.count + 1
        counts[place] = count
        let result = interpreter.run(text, name: name(number))
        UnfinishedDisplays.showReached()
        outputs.add(output.recorded.takeAll(), toCell: place)
        if let bundle = result.bundle {
            output.showValue(bundle)
            outputs.add(output.recorded.content(of: bundle), resultOf: count, toCell: place)
        }
        output.finishCell()
        if let error = result.error {
            outputs.add(output.recorded.content(of: CodeError(error)), toCell: place)
        }
        return result.error
    }
}

extension Notebook {
    /// Puts in what cells have shown in an execution; of cells that did not run, nothing is left.
    mutating func adopt(_ execution: NotebookExecution) {
        for place in codeCells {
            cells[place].outputs = []
            cells[place].executionCount = execution.counts[place]
        }
        for run in execution.runs { cells[run.place].outputs = execution.outputs(of: run) }
    }
}
