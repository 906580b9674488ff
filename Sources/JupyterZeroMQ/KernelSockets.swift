internal import CZeroMQ
internal import JupyterProtocol

/// The five bound sockets of a kernel.
final class KernelSockets {
    /// The connection file, with the ports that were chosen here.
    private(set) var file: ConnectionFile
    private let context: ZeroMQContext
    private var sockets: [Channel: ZeroMQSocket] = [:]

    /// Binds what `file` says, and nothing else.
    /// - Throws: ``ZeroMQError`` that names the channel and the address; ``ConnectionFileError/noCurve``.
    init(_ file: ConnectionFile) throws {
        self.file = file
        context = try ZeroMQContext()
        do {
            for channel in Channel.allCases { try open(channel) }
        } catch {
            close()
            throw error
        }
    }

    subscript(channel: Channel) -> ZeroMQSocket? { sockets[channel] }
    var all: [Channel: ZeroMQSocket] { sockets }

    /// Delivers what was sent, at most for ``lingerMilliseconds``, and closes everything.
    func close() {
        for socket in sockets.values { socket.close() }
        sockets = [:]
        context.terminate()
    }

    private func open(_ channel: Channel) throws {
        let socket = try ZeroMQSocket(context, channel.kind)
        sockets[channel] = socket
        try configure(socket, for: channel)
        try encrypt(socket)
        try bind(socket, channel)
    }

    private func configure(_ socket: ZeroMQSocket, for channel: Channel) throws {
        try socket.set(ZMQ_LINGER, lingerMilliseconds)
        try socket.set(ZMQ_SNDHWM, channel.mostWaiting)
        try socket.set(ZMQ_MAXMSGSIZE, channel.largestMessage)
        if file.ip.contains(":") { try socket.set(ZMQ_IPV6, Int32(1)) }
        // Every subscription is reported, not only the first, so that every front end is greeted.
        if channel == .iopub { try socket.set(ZMQ_XPUB_VERBOSE, Int32(1)) }
        // A front end that comes back under its old name takes the place of its dead connection.
        if channel.kind == .router, channel != .heartbeat { try socket.set(ZMQ_ROUTER_HANDOVER, Int32(1)) }
    }

    private func encrypt(_ socket: ZeroMQSocket) throws {
        guard let keys = file.curve else { return }
        guard ZeroMQ.hasCurve else { throw ConnectionFileError.noCurve }
        try socket.set(ZMQ_CURVE_SERVER, Int32(1))
        try socket.set(ZMQ_CURVE_PUBLICKEY, keys.publicKey)
        try socket.set(ZMQ_CURVE_SECRETKEY, keys.secretKey)
    }

    private func bind(_ socket: ZeroMQSocket, _ channel: Channel) throws {
        if file.ports[channel] == 0 {
            try choosePort(socket, channel)
        } else {
            try socket.bind(file.address(of: channel), as: channel.name)
        }
    }

    /// Lets the system choose a TCP port; takes the first free number of a path.
    private func choosePort(_ socket: ZeroMQSocket, _ channel: Channel) throws {
        guard file.transport == .tcp else {
            let used = Set(file.ports.values)
            file.ports[channel] = (1...).first { !used.contains($0) }
            return try socket.bind(file.address(of: channel), as: channel.name)
        }
        let address = file.address(of: channel)
        try socket.bind(address.dropLast() + "*", as: channel.name)
        let chosen = try socket.lastEndpoint().split(separator: ":").last.flatMap { Int($0) }
        file.ports[channel] = chosen ?? 0
    }

    private let lingerMilliseconds: Int32 = 1000
}

extension Channel {
    /// For errors. Written out, because asking the runtime for an enum's name takes long when it is the first question.
    fileprivate var name: String { self == .heartbeat ? "heartbeat" : rawValue }

    fileprivate var kind: ZeroMQSocket.Kind {
        switch self {
        case .shell, .control, .stdin: .router
        case .iopub: .publisher
        // A reply socket would want each beat answered before the next, and searches everything that a stranger sends for a
        // request in one call.
        case .heartbeat: .router
        }
    }

    /// How many messages may wait for a front end that does not read. What is beyond is dropped, for that front end alone:
    /// nobody waits for it, and it costs no more than this. A front end that is only slow has some seconds.
    fileprivate var mostWaiting: Int32 {
        switch self {
        case .iopub: 2000
        case .shell, .control, .stdin: 10_000
        case .heartbeat: 16
        }
    }

    /// Whoever sends more is disconnected. A heartbeat needs no key, so it gets little.
    fileprivate var largestMessage: Int64 { self == .heartbeat ? 1024 : 64 << 20 }
}
