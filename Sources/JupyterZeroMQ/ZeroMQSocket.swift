internal import CZeroMQ

/// A socket of libzmq. One thread at a time may use it.
final class ZeroMQSocket {
    /// The pattern that a socket follows.
    enum Kind {
        case router, publisher, reply, dealer, subscriber, request

        fileprivate var number: Int32 {
            switch self {
            case .router: ZMQ_ROUTER
            case .publisher: ZMQ_XPUB
            case .reply: ZMQ_REP
            case .dealer: ZMQ_DEALER
            case .subscriber: ZMQ_SUB
            case .request: ZMQ_REQ
            }
        }
    }

    let pointer: UnsafeMutableRawPointer

    init(_ context: ZeroMQContext, _ kind: Kind) throws {
        guard let pointer = zmq_socket(context.pointer, kind.number) else {
            throw ZeroMQError.last("make a \(kind) socket")
        }
        self.pointer = pointer
    }

    func set(_ option: Int32, _ value: Int32) throws {
        var value = value
        try call("set socket option \(option)") {
            zmq_setsockopt(pointer, option, &value, MemoryLayout<Int32>.size)
        }
    }

    func set(_ option: Int32, _ value: Int64) throws {
        var value = value
        try call("set socket option \(option)") {
            zmq_setsockopt(pointer, option, &value, MemoryLayout<Int64>.size)
        }
    }

    func set(_ option: Int32, _ value: String) throws {
        try call("set socket option \(option)") { zmq_setsockopt(pointer, option, value, value.utf8.count) }
    }

    func bind(_ address: String, as name: String) throws {
        try call("bind \(name) to \(address)") { zmq_bind(pointer, address) }
    }

    func connect(_ address: String) throws { try call("connect to \(address)") { zmq_connect(pointer, address) } }

    /// The address that the socket was last bound to, with the port that the system chose.
    func lastEndpoint() throws -> String {
        var buffer = [CChar](repeating: 0, count: 512)
        var size = buffer.count
        try call("ask for an address") { zmq_getsockopt(pointer, ZMQ_LAST_ENDPOINT, &buffer, &size) }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The file descriptor on which libzmq tells of arrivals.
    func descriptor() throws -> Int32 {
        var descriptor: Int32 = 0
        var size = MemoryLayout<Int32>.size
        try call("ask for a socket's descriptor") { zmq_getsockopt(pointer, ZMQ_FD, &descriptor, &size) }
        return descriptor
    }

    /// Whether a message can be received.
    var hasArrivals: Bool {
        var events: Int32 = 0
        var size = MemoryLayout<Int32>.size
        // The signal may come when the notice of an arrival has been taken already: nobody else will ask.
        let result = Self.again { zmq_getsockopt(pointer, ZMQ_EVENTS, &events, &size) }
        guard result == 0 else { return false }
        return events & ZMQ_POLLIN != 0
    }

    func close() { zmq_close(pointer) }

    private func call(_ action: String, _ body: () -> Int32) throws {
        if Self.again(body) != 0 { throw ZeroMQError.last(action) }
    }

    /// Calls `body` until no signal has disturbed it: a stop may come at any time, also while the kernel starts.
    private static func again(_ body: () -> Int32) -> Int32 {
        while true {
            let result = body()
            if result >= 0 || !ZeroMQError.wasInterrupted { return result }
        }
    }
}
