/// The five sockets between a front end and a kernel.
package enum Channel: String, Sendable, CaseIterable {
    /// Requests that wait for the running cell, and their replies.
    case shell
    /// Requests that must not wait: interrupt, shutdown.
    case control
    /// Questions of the kernel to the user.
    case stdin
    /// What every front end sees: output and state.
    case iopub
    /// Bytes that come back as they went, to show that the process lives.
    case heartbeat = "hb"
}
