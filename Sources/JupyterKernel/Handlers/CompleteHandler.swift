internal import JupyterProtocol

extension ShellWorker {
    /// What could stand at the cursor. An interpreter that fails offers nothing: a list is a help, not an answer.
    func completions(_ request: CompleteRequest) -> CompleteReply {
        let code = request.code
        let cursor = CodePoints.index(request.cursorPosition, in: code)
        guard let found = try? interpreter.complete(code, at: cursor) else {
            let position = CodePoints.offset(of: cursor, in: code)
            return CompleteReply(matches: [], cursorStart: position, cursorEnd: position)
        }
        let start = CodePoints.offset(of: found.replacing.lowerBound, in: code)
        let end = CodePoints.offset(of: found.replacing.upperBound, in: code)
        let matches = found.matches.map {
            CompleteReply.Match(text: $0.text, start: start, end: end, type: $0.kind, signature: $0.signature)
        }
        return CompleteReply(matches: matches, cursorStart: start, cursorEnd: end)
    }
}
