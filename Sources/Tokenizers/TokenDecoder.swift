internal import TextFormats

/// How the texts of tokens become one text: the `decoder` of a tokenizer.json.
struct TokenDecoder: Sendable {
    private enum Step: Sendable {
        case replacing(String, by: String)
        /// Tokens such as `<0x0A>` are bytes.
        case bytes
        case joined
        /// Spaces in front of the joined text are left out, so many at most.
        case strippingStart(Int)
    }

    /// nil where tokens are bytes by themselves.
    private let steps: [Step]?

    /// The decoder of bytes.
    init() { steps = nil }

    private init(steps: [Step]) { self.steps = steps }

    /// The decoder of the SentencePiece library's pieces; the space in front of a text may be one that was put there.
    static func pieces(dropsSpace: Bool) -> TokenDecoder {
        TokenDecoder(steps: [.replacing("▁", by: " "), .bytes, .joined, .strippingStart(dropsSpace ? 1 : 0)])
    }

    /// - Throws: ``TokenizerError/unsupported(file:key:found:)`` for one that is not known.
    init(_ file: SettingsFile) throws {
        guard let tree = file.value("decoder") else { throw file.unsupported("decoder", .null) }
        steps = tree["type"]?.string == "ByteLevel" ? nil : try Self.steps(tree, file)
        var growth = TextGrowth()
        for step in steps ?? [] {
            if case .replacing(let old, let new) = step { growth.replace(old, by: new) } else { growth.keep() }
        }
        try growth.check("decoder", of: file)
    }

    var isByteLevel: Bool { steps == nil }

    private static func steps(_ tree: JSONTree, _ file: SettingsFile) throws -> [Step] {
        switch tree["type"]?.string {
        case "Sequence": return try (tree["decoders"]?.array ?? []).flatMap { try steps($0, file) }
        case "Replace":
            if let old = tree["pattern"]?["String"]?.string, !old.isEmpty, let new = tree["content"]?.string {
                return [.replacing(old, by: new)]
            }
        case "ByteFallback": return [.bytes]
        case "Fuse": return [.joined]
        case "Strip" where tree["content"]?.string == " " && tree["stop"]?.number == 0:
            if let count = tree["start"]?.number.flatMap({ Int(exactly: $0) }), count >= 0 {
                return [.strippingStart(count)]
            }
        case "Metaspace":
            let isPrepended = tree["prepend_scheme"]?.string != "never" && tree["add_prefix_space"]?.boolean != false
            return [
                .replacing(tree["replacement"]?.string ?? "▁", by: " "), .joined, .strippingStart(isPrepended ? 1 : 0),
            ]
        default: break
        }
        throw file.unsupported("decoder", tree)
    }

    /// The text of tokens, each given by its bytes.
    /// - Parameter isInside: whether other tokens stand before them, so that a space in front of them belongs to the text.
    func text(_ tokens: [ArraySlice<UInt8>], isInside: Bool = false) -> String {
        guard let steps else { return String(decoding: tokens.joined(), as: UTF8.self) }
        let texts = tokens.map { String(decoding: $0, as: UTF8.self) }
        return steps.reduce(texts) { texts, step in
            if case .strippingStart = step, isInside { texts } else { Self.apply(step, to: texts) }
        }.joined()
    }

    private static func apply(_ step: Step, to texts: [String]) -> [String] {
        switch step {
        case .replacing(let old, let new):
            texts.map { String($0.unicodeScalars.replacing(old.unicodeScalars, with: new.unicodeScalars)) }
        case .bytes: withBytes(texts)
        case .joined: [texts.joined()]
        case .strippingStart(let count):
            texts.map { text in
                let spaces = text.unicodeScalars.prefix(count).prefix { $0 == " " }.count
                return String(text.unicodeScalars.dropFirst(spaces))
            }
        }
    }

    /// Runs of byte tokens that are valid UTF-8 become their text; others one U+FFFD for each byte.
    private static func withBytes(_ texts: [String]) -> [String] {
        var (result, run): ([String], [UInt8]) = ([], [])
        func finish() {
            guard !run.isEmpty else { return }
            result.append(String(validating: run, as: UTF8.self) ?? String(repeating: "\u{FFFD}", count: run.count))
            run = []
        }
        for text in texts {
            if let byte = byte(text) {
                run.append(byte)
            } else {
                finish()
                result.append(text)
            }
        }
        finish()
        return result
    }

    private static func byte(_ text: String) -> UInt8? {
        guard text.utf8.count == 6, text.hasPrefix("<0x"), text.hasSuffix(">") else { return nil }
        return UInt8(text.dropFirst(3).dropLast(), radix: 16)
    }
}
