internal import Display
internal import JupyterProtocol
internal import SessionSafety

extension ShellWorker {
    /// Runs a cell: what it shows goes out while it runs, the reply when all of it is out.
    func execute(_ message: Message, isAborted: Bool) throws {
        if isAborted { return reply(to: message, ExecuteReply(executionCount: state.executionCount, .aborted)) }
        let request = try message.content(as: ExecuteRequest.self)
        let count = state.begin(request)
        finish(message, request, run(request, message, count), count)
    }

    /// How a cell ended: with a reply's worth of extras, or with an error.
    private typealias Ending = Result<(payload: [JSONValue], expressions: [String: JSONValue]), CodeError>

    private func run(_ request: ExecuteRequest, _ message: Message, _ count: Int) -> Ending {
        let output = OutputPublisher(
            parent: message, sender: sender, timer: kernel.timer, limits: kernel.limits, isSilent: request.silent)
        let cell = CellContext(
            number: count, request: request, output: output, input: input(for: request, message),
            limits: kernel.limits)
        let result = kernel.capturingProcessOutput(into: output) {
            // Whoever is told that the cell runs may count on its output being the cell's.
            announce(request, message, count)
            return runCode(request, in: cell)
        }
        output.finish()
        return result.map { value in
            publishResult(value, request, message, count)
            return (cell.payloads, evaluate(request.userExpressions, in: cell))
        }
    }

    private func announce(_ request: ExecuteRequest, _ message: Message, _ count: Int) {
        guard !request.silent else { return sender.flush() }
        sender.publish(ExecuteInput(code: request.code, executionCount: count), answering: message)
    }

    /// Runs the text of the cell, and nothing for one that is blank.
    private func runCode(_ request: ExecuteRequest, in cell: CellContext) -> Result<MIMEBundle?, CodeError> {
        guard !request.code.allSatisfy(\.isWhitespace) else { return .success(nil) }
        let result = Result {
            // A stop that came before the cell could begin.
            try Interruption.check()
            return try interpreter.execute(request.code, in: cell)
        }.mapError { CodeError($0) }
        state.end(request, output: (try? result.get())??.plain)
        return result
    }

    private func input(for request: ExecuteRequest, _ message: Message) -> InputRequester? {
        guard request.allowStdin else { return nil }
        return InputRequester(request: message, sender: sender, inbox: kernel.inputInbox)
    }

    private func publishResult(_ value: MIMEBundle?, _ request: ExecuteRequest, _ message: Message, _ count: Int) {
        guard let value, !request.silent else { return }
        sender.publish(
            ExecuteResult(executionCount: count, kernel.limits.content(of: value)), answering: message,
            moreFollows: request.userExpressions.isEmpty)
    }

    /// Evaluates each expression by itself: a bad one does not spoil the others.
    private func evaluate(_ expressions: [String: String], in cell: CellContext) -> [String: JSONValue] {
        expressions.mapValues { expression in
            do {
                return UserExpression.value(kernel.limits.content(of: try interpreter.evaluate(expression, in: cell)))
            } catch {
                return UserExpression.error(kernel.limits.content(of: CodeError(error)))
            }
        }
    }

    /// Sends the reply. After an error the cells that wait are dropped first.
    private func finish(_ message: Message, _ request: ExecuteRequest, _ ending: Ending, _ count: Int) {
        switch ending {
        case .success(let extras):
            if Interruption.isRequested { dropStoppedCells() }
            reply(
                to: message,
                ExecuteReply(
                    executionCount: count, .ok(payload: extras.payload, userExpressions: extras.expressions)))
        case .failure(let error):
            let content = kernel.limits.content(of: error)
            if !request.silent { sender.publish(content, answering: message) }
            if KernelState.dropsWaitingCells(request, after: error) { dropWaitingCells(after: error) }
            reply(to: message, ExecuteReply(executionCount: count, .error(content)))
        }
    }

    private func dropWaitingCells(after error: CodeError) {
        if error.isInterruption { return dropStoppedCells() }
        kernel.queue.waitForQuiet(Self.quietMilliseconds, limit: Self.quietLimit)
        kernel.queue.abortWaitingCells()
    }

    /// A stop is meant for the cells that wait when it comes; who runs another one after it wants that.
    private func dropStoppedCells() { kernel.queue.abortWaitingCells(where: kernel.session.stop.wasRequested(since:)) }

    /// Cells that run together arrive closer to each other than this.
    private static let quietMilliseconds = 30
    /// Longer than this no reply is held back.
    private static let quietLimit = 500
}
