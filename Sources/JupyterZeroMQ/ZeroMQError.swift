internal import CZeroMQ

/// A call of libzmq that failed.
package struct ZeroMQError: Error, Equatable, CustomStringConvertible {
    /// The system's number for what went wrong, such as `EADDRINUSE`.
    package let code: Int32
    /// What was tried, such as `bind shell to tcp://127.0.0.1:5555`.
    package let action: String

    package var description: String { "cannot \(action): \(String(cString: zmq_strerror(code)))" }

    /// The error of the call that just failed on this thread.
    static func last(_ action: String) -> ZeroMQError { ZeroMQError(code: zmq_errno(), action: action) }

    /// Whether the call was only disturbed by a signal and wants to be made again.
    static var wasInterrupted: Bool { zmq_errno() == EINTR }
}
