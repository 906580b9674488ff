internal import JupyterProtocol

/// What a kernel remembers between requests: a value, so that its rules can be read and tested by themselves.
struct KernelState {
    /// The number of the last cell that counted.
    private(set) var executionCount = 0
    private(set) var history = CellHistory()

    /// The number for a cell that is about to run. Only one that is stored moves the count on.
    mutating func begin(_ request: ExecuteRequest) -> Int {
        if request.storeHistory { executionCount += 1 }
        return executionCount
    }

    /// Remembers a cell that has run.
    mutating func end(_ request: ExecuteRequest, output: String?) {
        guard request.storeHistory else { return }
        history.append(line: executionCount, input: request.code, output: output)
    }

    /// What an error means for the cells that wait: a stop drops them always, an error when the request says so.
    static func dropsWaitingCells(_ request: ExecuteRequest, after error: CodeError) -> Bool {
        error.isInterruption || (request.stopOnError && !request.silent)
    }
}
