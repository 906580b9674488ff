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
        try check(zmq_setsockopt(pointer, option, &value, MemoryLayout<Int32>.size), "set socket option \(option)")
    }

    func set(_ option: Int32, _ value: Int64) throws {
        var value = value
        try check(zmq_setsockopt(pointer, option, &value, MemoryLayout<Int64>.size), "set socket option \(option)")
    }

    func set(_ option: Int32, _ value: String) throws {
        try check(zmq_setsockopt(pointer, option, value, value.utf8.count), "set socket option \(option)")
    }

    func bind(_ address: String, as name: String) throws {
        try check(zmq_bind(pointer, address), "bind \(name) to \(address)")
    }

    func connect(_ address: String) throws { try check(zmq_connect(pointer, address), "connect to \(address)") }

    /// The address that the socket was last bound to, with the port that the system chose.
    func lastEndpoint() throws -> String {
        var buffer = [CChar](repeating: 0, count: 512)
        var size = buffer.count
        try check(zmq_getsockopt(pointer, ZMQ_LAST_ENDPOINT, &buffer, &size), "ask for an address")
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The file descriptor on which libzmq tells of arrivals.
    func descriptor() throws -> Int32 {
        var descriptor: Int32 = 0
        var size = MemoryLayout<Int32>.size
        try check(zmq_getsockopt(pointer, ZMQ_FD, &descriptor, &size), "ask for a socket's descriptor")
        return descriptor
    }

    /// Whether a message can be received.
    var hasArrivals: Bool {
        var events: Int32 = 0
        var size = MemoryLayout<Int32>.size
        return zmq_getsockopt(pointer, ZMQ_EVENTS, &events, &size) == 0 && events & ZMQ_POLLIN != 0
    }

    func close() { zmq_close(pointer) }

    private func check(_ result: Int32, _ action: String) throws {
        if result != 0 { throw ZeroMQError.last(action) }
    }
}
