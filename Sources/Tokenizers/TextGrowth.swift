internal import FileSafety
internal import TextFormats

/// How much longer a text may become by the steps that a tokenizer's file lists: a few of them could make a word of a text that
/// no memory holds.
struct TextGrowth {
    private var count = 0
    private var factor = 1.0
    private var added = 0

    private static let mostTimes = 16.0
    private static let mostBytes = 64

    /// A step that puts `new` in the place of `old` wherever it stands.
    mutating func replace(_ old: String, by new: String) {
        count += 1
        factor *= max(1, Double(new.utf8.count) / Double(max(1, old.utf8.count)))
    }

    /// A step that puts `text` in front.
    mutating func add(_ text: String) {
        count += 1
        added += text.utf8.count
    }

    /// A step that leaves a text about as long as it is.
    mutating func keep() { count += 1 }

    /// - Throws: ``TokenizerError/malformed(file:expected:found:)``.
    func check(_ key: String, of file: SettingsFile) throws {
        guard count <= MostInModelFiles.textSteps else {
            throw file.wrong(key, "at most \(MostInModelFiles.textSteps) steps", .number(Double(count)))
        }
        guard factor <= Self.mostTimes, added <= Self.mostBytes else {
            throw file.wrong(
                key, "steps that make a text at most \(Int(Self.mostTimes)) times and \(Self.mostBytes) bytes longer",
                .string("\(factor) times and \(added) bytes"))
        }
    }
}
