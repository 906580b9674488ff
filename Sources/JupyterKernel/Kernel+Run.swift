internal import JupyterProtocol
internal import SessionSafety

extension Kernel {
    /// Works through the shell requests on the calling thread until the kernel is shut down.
    ///
    /// - Parameter makeInterpreter: Called once, on this thread, when the first request has been answered, which is to
    ///   say who the kernel is: a front end learns that at once, and the first cell finds the language ready.
    package func run(_ makeInterpreter: @escaping () -> any CodeInterpreter) {
        let worker = ShellWorker(kernel: self, makeInterpreter: makeInterpreter)
        session.run {
            while let entry = queue.next(whenQuiet: { worker.interpreter.rest() }) {
                worker.answer(entry)
                _ = worker.interpreter
            }
        }
    }
}
