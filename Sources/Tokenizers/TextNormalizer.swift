internal import TextFormats
@_spi(_Unicode) internal import Swift

/// What is done to a text before it is cut into words: the `normalizer` of a tokenizer.json.
struct TextNormalizer: Sendable {
    private enum Step: Sendable {
        /// Letters and their marks in one character where there is one.
        case composed
        case prepending(String)
        case replacing(String, by: String)
    }

    private let steps: [Step]

    /// Whether it changes nothing.
    var isEmpty: Bool { steps.isEmpty }

    init() { steps = [] }

    private init(steps: [Step]) { self.steps = steps }

    static let composed = TextNormalizer(steps: [.composed])

    /// Spaces as the SentencePiece library writes them, with one in front of each piece of text if so wanted.
    static func pieces(addsSpace: Bool) -> TextNormalizer {
        TextNormalizer(steps: (addsSpace ? [.prepending("▁")] : []) + [.replacing(" ", by: "▁")])
    }

    /// - Throws: ``TokenizerError/unsupported(file:key:found:)`` for one that is not known.
    init(_ file: SettingsFile) throws {
        steps = try file.value("normalizer").map { try Self.steps($0, file) } ?? []
        var growth = TextGrowth()
        for step in steps {
            switch step {
            case .composed: growth.keep()
            case .prepending(let text): growth.add(text)
            case .replacing(let old, let new): growth.replace(old, by: new)
            }
        }
        try growth.check("normalizer", of: file)
    }

    private static func steps(_ tree: JSONTree, _ file: SettingsFile) throws -> [Step] {
        switch tree["type"]?.string {
        case "Sequence": return try (tree["normalizers"]?.array ?? []).flatMap { try steps($0, file) }
        case "NFC": return [.composed]
        case "Prepend": if let text = tree["prepend"]?.string { return [.prepending(text)] }
        case "Replace":
            if let old = tree["pattern"]?["String"]?.string, !old.isEmpty, let new = tree["content"]?.string {
                return [.replacing(old, by: new)]
            }
        default: break
        }
        throw file.unsupported("normalizer", tree)
    }

    func callAsFunction(_ text: String) -> String {
        steps.reduce(text) { text, step in
            switch step {
            case .composed: text.composed
            case .prepending(let start): text.isEmpty ? text : start + text
            // By scalars: to characters, a space before a mark is no space.
            case .replacing(let old, let new):
                String(text.unicodeScalars.replacing(old.unicodeScalars, with: new.unicodeScalars))
            }
        }
    }
}

extension String {
    /// Unicode's form NFC.
    fileprivate var composed: String {
        var composed = UnicodeScalarView()
        composed.append(contentsOf: _nfc)
        return String(composed)
    }
}
