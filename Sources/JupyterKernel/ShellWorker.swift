internal import JupyterProtocol
internal import SessionSafety

/// Answers shell requests, one at a time, on the interpreter's thread.
final class ShellWorker {
    let kernel: Kernel
    var state = KernelState()
    lazy var interpreter: any CodeInterpreter = makeInterpreter()
    private let makeInterpreter: () -> any CodeInterpreter

    init(kernel: Kernel, makeInterpreter: @escaping () -> any CodeInterpreter) {
        self.kernel = kernel
        self.makeInterpreter = makeInterpreter
    }

    var sender: MessageSender { kernel.sender }

    /// Answers one request, between busy and idle.
    func answer(_ entry: RequestQueue.Entry) {
        let request = entry.message
        kernel.session.stop.begin(askedAt: entry.moment)
        if request.header.messageType == ShutdownRequest.messageType {
            return kernel.answerShutdown(request, on: .shell)
        }
        sender.whileBusy(with: request, moreFollows: request.header.messageType == ExecuteRequest.messageType) {
            do {
                try dispatch(request, isAborted: entry.isAborted)
            } catch {
                refuse(request, CodeError(error))
            }
        }
    }

    private func dispatch(_ request: Message, isAborted: Bool) throws {
        switch request.header.messageType {
        case ExecuteRequest.messageType: try execute(request, isAborted: isAborted)
        case KernelInfoRequest.messageType: reply(to: request, kernel.description.reply)
        case CompleteRequest.messageType: reply(to: request, try completions(request.content(as: CompleteRequest.self)))
        case InspectRequest.messageType: reply(to: request, try inspection(request.content(as: InspectRequest.self)))
        case IsCompleteRequest.messageType:
            reply(to: request, completeness(try request.content(as: IsCompleteRequest.self)))
        case HistoryRequest.messageType:
            reply(to: request, state.history.reply(to: try request.content(as: HistoryRequest.self)))
        case CommInfoRequest.messageType: reply(to: request, CommInfoReply())
        case CommOpen.messageType: try refuseComm(request)
        case CommMessage.messageType, CommClose.messageType: break
        case ConnectRequest.messageType: reply(to: request, ConnectReply(ports: kernel.ports))
        default: kernel.note("unknown shell request \(request.header.messageType)")
        }
    }

    func reply(to request: Message, _ content: some MessageContent) {
        sender.reply(to: request, on: .shell, content)
    }

    /// Answers a request whose content cannot be read or whose handler failed, so that nobody waits for ever.
    private func refuse(_ request: Message, _ error: CodeError) {
        let type = request.header.messageType
        guard type.hasSuffix("_request") else { return kernel.note("\(type): \(error)") }
        let content = kernel.limits.content(of: error)
        let replyType = type.dropLast("_request".count) + "_reply"
        if type == ExecuteRequest.messageType {
            sender.publish(content, answering: request)
            reply(to: request, ExecuteReply(executionCount: state.executionCount, .error(content)))
        } else {
            sender.reply(to: request, on: .shell, type: String(replyType), ErrorReply(content))
        }
    }
}
