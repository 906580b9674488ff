/// Tells a front end that its subscription works, so that it can start to send.
public struct IOPubWelcome: MessageContent {
    public static let messageType = "iopub_welcome"
    public var subscription: String

    public init(subscription: String) { self.subscription = subscription }
}
