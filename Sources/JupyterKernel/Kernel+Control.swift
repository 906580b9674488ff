internal import JupyterProtocol
internal import SessionSafety

extension Kernel {
    /// Answers a request that must not wait for the running cell.
    func answerControl(_ request: Message) {
        switch request.header.messageType {
        case ShutdownRequest.messageType: answerShutdown(request, on: .control)
        default: sender.whileBusy(with: request) { answerQuickly(request) }
        }
    }

    private func answerQuickly(_ request: Message) {
        switch request.header.messageType {
        case KernelInfoRequest.messageType: sender.reply(to: request, on: .control, description.reply)
        case InterruptRequest.messageType:
            session.stop.request(at: queue.moment(ofStop: request.header))
            sender.reply(to: request, on: .control, InterruptReply())
        default: note("unknown control request \(request.header.messageType)")
        }
    }

    /// Says goodbye on the channel that was asked and to all front ends, then ends.
    func answerShutdown(_ request: Message, on channel: Channel) {
        let restart = (try? request.content(as: ShutdownRequest.self).restart) ?? false
        let reply = ShutdownReply(restart: restart)
        sender.whileBusy(with: request) {
            sender.reply(to: request, on: channel, reply)
            sender.publish(reply, answering: request)
        }
        shutDown()
    }
}
