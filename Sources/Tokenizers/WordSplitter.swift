internal import TextFormats

/// How a text is cut into the words within which merges happen: the `pre_tokenizer` of a tokenizer.json.
struct WordSplitter: Sendable {
    private enum Step: Sendable {
        /// GPT-2's pattern; a space may be put in front first.
        case byteLevel(addsPrefixSpace: Bool, usesPattern: Bool)
        /// The pattern of Llama 3 and Qwen.
        case pattern(mostDigits: Int)
        /// Every digit by itself, or runs of them.
        case digits(areSingle: Bool)
        /// Spaces become `replacement`, with one in front of the text, or of each piece of it.
        case metaspace(replacement: String, prepends: Prepending, splits: Bool)
        /// At each `text`, which goes with what is before it.
        case behind(String)
    }

    private enum Prepending: String, Sendable { case always, first, never }

    private var steps: [Step]

    private init(steps: [Step]) { self.steps = steps }

    /// The whole text is one word.
    static let none = WordSplitter(steps: [])

    /// GPT-2's, with every digit by itself.
    static let singleDigits = WordSplitter(
        steps: [.digits(areSingle: true), .byteLevel(addsPrefixSpace: false, usesPattern: true)])

    /// Llama 3's and Qwen's, of bytes.
    static func pattern(mostDigits: Int) -> WordSplitter {
        WordSplitter(
            steps: [.pattern(mostDigits: mostDigits), .byteLevel(addsPrefixSpace: false, usesPattern: false)])
    }

    /// GPT-2's.
    init() { steps = [.byteLevel(addsPrefixSpace: false, usesPattern: true)] }

    /// - Throws: ``TokenizerError/unsupported(file:key:found:)`` for one that is not known.
    init(_ file: SettingsFile) throws {
        steps = try file.value("pre_tokenizer").map { try Self.steps($0, file) } ?? []
        var growth = TextGrowth()
        for step in steps {
            if case .metaspace(let mark, _, _) = step { growth.replace(" ", by: mark) } else { growth.keep() }
        }
        try growth.check("pre_tokenizer", of: file)
    }

    /// Whether words are bytes under the names of GPT-2's alphabet.
    var isByteLevel: Bool { steps.contains { if case .byteLevel = $0 { true } else { false } } }

    /// Says whether a space is put in front of a text, where tokenizer_config.json does.
    mutating func setPrefixSpace(_ isOn: Bool) {
        steps = steps.map { step in
            guard case .byteLevel(_, let usesPattern) = step else { return step }
            return .byteLevel(addsPrefixSpace: isOn, usesPattern: usesPattern)
        }
    }

    /// Gives `body` the words of the UTF-8 bytes `text` in `range`.
    ///
    /// - Parameter isFirst: whether the range begins a whole text.
    func forEachWord(
        of text: [UInt8], in range: Range<Int>, isFirst: Bool, _ body: (ArraySlice<UInt8>) throws -> Void
    ) rethrows {
        try forEachWord(of: text, range, steps[...], isFirst, body)
    }

    private func forEachWord(
        of text: [UInt8], _ range: Range<Int>, _ steps: ArraySlice<Step>, _ isFirst: Bool,
        _ body: (ArraySlice<UInt8>) throws -> Void
    ) rethrows {
        guard let step = steps.first else { return try body(text[range]) }
        let rest = steps.dropFirst()
        let (text, range) = changed(text, range, by: step, isFirst)
        var start = range.lowerBound
        while start < range.upperBound {
            let end = wordEnd(text, start, range.upperBound, step)
            try forEachWord(of: text, start..<end, rest, isFirst && start == range.lowerBound, body)
            start = end
        }
    }

    /// The text as a step sees it.
    private func changed(
        _ text: [UInt8], _ range: Range<Int>, by step: Step, _ isFirst: Bool
    ) -> ([UInt8], Range<Int>) {
        switch step {
        case .byteLevel(addsPrefixSpace: true, _) where !range.isEmpty && text[range.lowerBound] != 0x20:
            return ([0x20] + text[range], 0..<range.count + 1)
        case .metaspace(let replacement, let prepends, _):
            let mark = Array(replacement.utf8)
            var bytes: [UInt8] = []
            for byte in text[range] { if byte == 0x20 { bytes += mark } else { bytes.append(byte) } }
            let wantsMark = prepends == .always || prepends == .first && isFirst
            if wantsMark, !bytes.isEmpty, !bytes.starts(with: mark) { bytes = mark + bytes }
            return (bytes, bytes.indices)
        default: return (text, range)
        }
    }

    /// Where the word that begins at `start` ends.
    private func wordEnd(_ text: [UInt8], _ start: Int, _ end: Int, _ step: Step) -> Int {
        switch step {
        case .byteLevel(_, usesPattern: true):
            var words = PreTokenizer(text, from: start)
            return words.next(before: end)?.upperBound ?? end
        case .pattern(let mostDigits): return PatternWords(text, end, mostDigits: mostDigits).wordEnd(start)
        case .digits(let areSingle): return PreTokenizer(text, from: start).digitsEnd(areSingle: areSingle, before: end)
        case .metaspace(let replacement, _, splits: true):
            let mark = Array(replacement.utf8)
            var index = start + 1
            while index < end, !text[index..<end].starts(with: mark) { index += 1 }
            return index
        case .behind(let separator):
            let mark = Array(separator.utf8)
            var index = start
            while index < end, !text[index..<end].starts(with: mark) { index += 1 }
            return min(index + mark.count, end)
        case .byteLevel, .metaspace: return end
        }
    }
}

extension WordSplitter {
    private static func steps(_ tree: JSONTree, _ file: SettingsFile) throws -> [Step] {
        switch tree["type"]?.string {
        case "Sequence": return try (tree["pretokenizers"]?.array ?? []).flatMap { try steps($0, file) }
        case "ByteLevel":
            return [
                .byteLevel(
                    addsPrefixSpace: tree["add_prefix_space"]?.boolean ?? true,
                    usesPattern: tree["use_regex"]?.boolean ?? true)
            ]
        case "Digits": return [.digits(areSingle: tree["individual_digits"]?.boolean ?? false)]
        case "Metaspace":
            let replacement = tree["replacement"]?.string ?? "▁"
            let scheme =
                tree["prepend_scheme"]?.string ?? (tree["add_prefix_space"]?.boolean == false ? "never" : "always")
            if let prepends = Prepending(rawValue: scheme), !replacement.isEmpty {
                return [
                    .metaspace(replacement: replacement, prepends: prepends, splits: tree["split"]?.boolean ?? true)
                ]
            }
        case "Split": if let step = split(tree) { return [step] }
        default: break
        }
        throw file.unsupported("pre_tokenizer", tree)
    }

    private static func split(_ tree: JSONTree) -> Step? {
        let isInverted = tree["invert"]?.boolean ?? false
        if let pattern = tree["pattern"]?["Regex"]?.string {
            // The known patterns leave nothing out: matches alone, and what is between no matches, are the same words.
            guard let mostDigits = PatternWords.mostDigits(of: pattern) else { return nil }
            let behavior = tree["behavior"]?.string
            return behavior == "Isolated" && !isInverted || behavior == "Removed" && isInverted
                ? .pattern(mostDigits: mostDigits) : nil
        }
        guard let text = tree["pattern"]?["String"]?.string, !text.isEmpty, !isInverted,
            tree["behavior"]?.string == "MergedWithPrevious"
        else { return nil }
        return .behind(text)
    }
}
