/// Removes what the cell has shown so far.
public struct ClearOutput: MessageContent {
    public static let messageType = "clear_output"
    /// Only when the next output arrives, so that nothing flickers.
    public var wait: Bool

    public init(wait: Bool) { self.wait = wait }
}
