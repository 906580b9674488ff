/// Why a command could not do its work, in one sentence for the person who typed it.
struct CommandError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
