internal import JupyterProtocol
internal import SessionSafety

extension Kernel {
    /// Works through the shell requests on the calling thread until the kernel is shut down.
    ///
    /// - Parameter makeInterpreter: Called once, on this thread, when the first request needs the language; until then
    ///   the kernel can already say who it is.
    public func run(_ makeInterpreter: @escaping () -> any CodeInterpreter) {
        let worker = ShellWorker(kernel: self, makeInterpreter: makeInterpreter)
        while let entry = queue.next() { worker.answer(entry) }
    }
}
