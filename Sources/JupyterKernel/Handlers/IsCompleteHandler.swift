internal import JupyterProtocol

extension ShellWorker {
    /// Whether a console should run the text.
    func completeness(_ request: IsCompleteRequest) -> IsCompleteReply {
        switch interpreter.completeness(of: request.code) {
        case .complete: IsCompleteReply(.complete)
        case .incomplete(let indent): IsCompleteReply(.incomplete, indent: indent)
        case .invalid: IsCompleteReply(.invalid)
        case .unknown: IsCompleteReply(.unknown)
        }
    }
}
