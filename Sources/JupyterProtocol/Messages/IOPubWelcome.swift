/// Tells a front end that its subscription works, so that it can start to send.
package struct IOPubWelcome: MessageContent {
    package static let messageType = "iopub_welcome"
    package var subscription: String

    package init(subscription: String) { self.subscription = subscription }
}
