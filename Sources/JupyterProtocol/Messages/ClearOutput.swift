/// Removes what the cell has shown so far.
package struct ClearOutput: MessageContent {
    package static let messageType = "clear_output"
    /// Only when the next output arrives, so that nothing flickers.
    package var wait: Bool

    package init(wait: Bool) { self.wait = wait }
}
