internal import JupyterProtocol
internal import SessionSafety

extension CodeError {
    /// The name by which front ends know that the user pressed stop.
    package static let interruptedName = "KeyboardInterrupt"

    /// Any error as one that a front end can show.
    init(_ error: any Error) {
        switch error {
        case let error as CodeError: self = error
        case is Interrupted:
            self.init(name: Self.interruptedName, message: "the cell was stopped")
        default: self.init(name: String(describing: type(of: error)), message: String(describing: error))
        }
        if traceback.isEmpty { traceback = [description] }
    }

    var isInterruption: Bool { name == Self.interruptedName }
}
