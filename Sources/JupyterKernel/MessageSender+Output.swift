internal import JupyterProtocol

extension MessageSender {
    /// Publishes one output of the cell that `parent` asked for.
    func publish(_ output: Output, answering parent: Message, within limits: OutputLimits) {
        switch output {
        case .stream(let name, let text): publish(Stream(name: name, text: text), answering: parent)
        case .display(let bundle, let id):
            publish(DisplayData(limits.content(of: bundle), displayID: id), answering: parent)
        case .update(let bundle, let id):
            publish(UpdateDisplayData(limits.content(of: bundle), displayID: id), answering: parent)
        case .clear(let wait): publish(ClearOutput(wait: wait), answering: parent)
        }
    }

    /// Surrounds the answer to a request with busy and idle, as front ends expect of every request.
    /// - Parameter moreFollows: Whether `body` begins with a message, so that busy may wait for it.
    func whileBusy(with request: Message, moreFollows: Bool = false, _ body: () -> Void) {
        publish(Status(.busy), answering: request, moreFollows: moreFollows)
        body()
        publish(Status(.idle), answering: request)
    }
}
