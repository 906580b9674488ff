/// What the unfinished content of a file is called: one name after the other for writers at the same time.
///
/// The names are the same each time, so that the next writer finds what one left that was killed.
struct UnfinishedNames {
    /// So many names are the same each time. Behind them are random ones, for a crowd that writes to one place.
    static let lasting = 16
    private let stem: String

    /// - Parameter name: of the file, in its folder.
    init(of name: String) {
        // FNV-1a: names may begin alike, and be longer than what is left of a name's legal length.
        let hash = name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        stem = ".\(String(String.UnicodeScalarView(name.unicodeScalars.prefix(24))))-\(String(hash, radix: 36))"
    }

    subscript(number: Int) -> String {
        let end = number < Self.lasting ? "\(number)" : String(UInt32.random(in: 16...UInt32.max), radix: 36)
        return "\(stem)-\(end).unfinished"
    }
}
