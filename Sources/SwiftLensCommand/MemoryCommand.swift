internal import CellInterpreter
internal import CellLibrary
internal import Display

extension CellCommand {
    /// `%memory`: what the process holds, and which variables hold tensors.
    ///
    /// ```
    /// 612 MiB in use, 845 MiB at most so far
    /// model  HookedTransformer  474.7 MB, kept of earlier runs: 1 run, 26.0 of 96.0 MB
    /// cache  ActivationCache    83.2 MB
    /// 557.9 MB in variables
    /// 96.0 MB held for reuse by the next tensors; given back when no cell has run for 2 seconds
    /// ```
    static var memory: CellCommand {
        CellCommand(name: "memory", help: "How much memory this process uses, and which variables hold it.") {
            context in
            let variables = context.interpreter.variables.map { (name: $0.name, type: $0.type, value: $0.value) }
            return MIMEBundle(
                plain: [ProcessMemory.summary, SessionMemory(of: variables).text].joined(separator: "\n"))
        }
    }
}
