internal import JupyterProtocol

extension ShellWorker {
    /// This kernel has no comms: one that is opened is closed again, so that no widget waits for an answer.
    func refuseComm(_ request: Message) throws {
        let comm = try request.content(as: CommOpen.self)
        sender.publish(CommClose(commID: comm.commID), answering: request)
    }
}
