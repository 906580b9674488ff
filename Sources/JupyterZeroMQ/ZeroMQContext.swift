internal import CZeroMQ

/// What the sockets of one process share.
final class ZeroMQContext {
    let pointer: UnsafeMutableRawPointer

    init() throws {
        guard let pointer = zmq_ctx_new() else { throw ZeroMQError.last("make a ZeroMQ context") }
        self.pointer = pointer
    }

    /// Waits until the closed sockets have delivered what they hold, as long as their linger time allows.
    func terminate() {
        while zmq_ctx_term(pointer) != 0, ZeroMQError.wasInterrupted {}
    }
}

/// What the installed libzmq can do.
package enum ZeroMQ {
    /// Whether sockets can be encrypted with CurveZMQ.
    package static var hasCurve: Bool { zmq_has("curve") == 1 }
}
