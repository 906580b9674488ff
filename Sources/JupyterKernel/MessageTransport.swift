package import JupyterProtocol

/// Carries frames to the front ends. It knows nothing of what is in them.
///
/// The other way round, a transport calls ``Kernel/receive(_:on:)`` and ``Kernel/welcome(to:)``.
package protocol MessageTransport: Sendable {
    /// Sends one message. May be called from any thread, returns at once, and keeps the order of the calls across all
    /// channels. On ``Channel/iopub`` the first frame is the topic; elsewhere the first frames name the receiver.
    ///
    /// - Parameter moreFollows: Whether another message comes at once, so that this one may wait for it.
    func send(_ frames: [[UInt8]], on channel: Channel, moreFollows: Bool)

    /// Sends what waits for more.
    func flush()

    /// Says that no message will follow: deliver what was sent and end.
    func finish()
}
