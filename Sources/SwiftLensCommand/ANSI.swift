/// Colours in text.
enum ANSI {
    /// `text` without its colour sequences, for files and pipes.
    static func removed(from text: String) -> String { text.replacing(/\u{1B}\[[0-9;]*m/, with: "") }
}
