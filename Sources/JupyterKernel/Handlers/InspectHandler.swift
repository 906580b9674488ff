internal import JupyterProtocol
internal import SessionSafety

extension ShellWorker {
    /// What stands at the cursor; an interpreter that fails knows nothing.
    func inspection(_ request: InspectRequest) -> InspectReply {
        let cursor = CodePoints.index(request.cursorPosition, in: request.code)
        Interruption.clear()
        let detail: InspectionDetail = request.detailLevel > 0 ? .full : .short
        let found = (try? interpreter.inspect(request.code, at: cursor, detail: detail)) ?? nil
        return InspectReply(found.map { MIMEContent($0) })
    }
}
