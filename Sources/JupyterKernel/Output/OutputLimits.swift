/// How much a cell may send, and a value or an error may hold, so that no page freezes and no server drops messages.
///
/// Jupyter's server drops what exceeds 1,000 messages or 1,000,000 bytes of printed text a second.
package struct OutputLimits: Sendable {
    /// Printed text waits so long for more, to travel in one message.
    package var flushMilliseconds = 30
    /// Printed text that is longer travels at once, in pieces of this size.
    package var streamMessageBytes = 32 << 10
    /// Of the text that a cell prints, so much is shown as it comes.
    package var streamBytesPerCell = 448 << 10
    /// Of the text beyond that, the end is shown when the cell is done.
    package var streamTailBytes = 64 << 10
    /// A representation that cannot be cut, such as a picture, is left out when it is larger.
    package var representationBytes = 32 << 20
    /// An error's message and its lines are cut when they are longer.
    package var errorBytes = 64 << 10
    /// What to do about a text that was cut, for its note.
    package var wayToSeeMore = "show a part of it"
    /// An update of the same display waits so long after the one before.
    package var updateMilliseconds = 100
    /// A cell that sends more is slowed down.
    package var messagesPerSecond = 500
    /// A cell that sends more text is slowed down.
    package var bytesPerSecond = 800_000

    package init() {}
}
