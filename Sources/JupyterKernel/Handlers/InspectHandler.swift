internal import JupyterProtocol

extension ShellWorker {
    /// What stands at the cursor; an interpreter that fails knows nothing.
    func inspection(_ request: InspectRequest) -> InspectReply {
        let cursor = CodePoints.index(request.cursorPosition, in: request.code)
        let detail: InspectionDetail = request.detailLevel > 0 ? .full : .short
        let found = (try? interpreter.inspect(request.code, at: cursor, detail: detail)) ?? nil
        return InspectReply(found.map { kernel.limits.content(of: $0) })
    }
}
