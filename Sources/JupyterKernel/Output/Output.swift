internal import Display
internal import JupyterProtocol

/// One message's worth of what a cell shows.
enum Output: Equatable {
    case stream(Stream.Name, String)
    case display(MIMEBundle, id: String?)
    case update(MIMEBundle, id: String)
    case clear(wait: Bool)

    /// The bytes that the server counts.
    var streamBytes: Int {
        guard case .stream(_, let text) = self else { return 0 }
        return text.utf8.count
    }
}
