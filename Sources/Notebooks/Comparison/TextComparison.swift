internal import SessionSafety

/// Compares texts: words exactly, numbers within a tolerance, space between them not at all.
struct TextComparison {
    let tolerance: Tolerance
    /// Of so many digits the last one may differ by one; 0 for none.
    var shownDigits = 0
    /// What the last digit of any number stands for at least, where that may differ by one.
    var leastUnit = 0.0
    /// Whether a number that seems to differ is known better from elsewhere.
    var isKnownAsSame: (_ stored: Double, _ fresh: Double) -> Bool = { _, _ in false }
    /// Whether entries of a line, between commas, may have changed places.
    var mayBeReordered = false

    /// - Parameter place: what the text is called.
    func differences(_ stored: String, _ fresh: String, at place: String) throws -> [Difference] {
        guard stored != fresh else { return [] }
        let (old, new) = (Self.lines(stored), Self.lines(fresh))
        var differences: [Difference] = []
        let isOneLine = old.count == 1 && new.count == 1
        for (number, lines) in zip(old, new).enumerated() where lines.0 != lines.1 {
            try Interruption.check()
            differences += lineDifferences(lines.0, lines.1, at: isOneLine ? place : "\(place), line \(number + 1)")
        }
        if old.count != new.count {
            func counted(_ count: Int) -> String { "\(count) line\(count == 1 ? "" : "s")" }
            differences.append(Difference(place, counted(old.count), counted(new.count)))
        }
        return differences
    }

    private func lineDifferences(_ stored: Substring, _ fresh: Substring, at place: String) -> [Difference] {
        let (old, new) = (TextTokens(stored).tokens, TextTokens(fresh).tokens)
        guard Self.words(old) == Self.words(new) else {
            if mayBeReordered, let reordered = reordered(stored, fresh, at: place) { return reordered }
            return [Difference(place, "\"\(stored)\"", "\"\(fresh)\"")]
        }
        var differences: [Difference] = []
        var number = 0
        for case (.number(let a, let x, let isWhole), .number(let b, let y, let isNowWhole)) in zip(old, new) {
            number += 1
            guard !isSame(x, y, areWhole: isWhole && isNowWhole) else { continue }
            let name = old.count == 1 ? place : "\(place), number \(number)"
            differences.append(Difference(name, numbers: (a, x), (b, y)))
        }
        return differences
    }

    private func isSame(_ stored: Double, _ fresh: Double, areWhole: Bool) -> Bool {
        if areWhole, !tolerance.coversIntegers { return stored == fresh }
        return tolerance.allows(stored, fresh, unit: unit(of: fresh)) || isKnownAsSame(stored, fresh)
    }

    /// What the last digit of a number stands for; 0 where that must not differ.
    func unit(of value: Double) -> Double {
        max(leastUnit, shownDigits > 0 ? Self.unit(of: value, digits: shownDigits) : 0)
    }

    /// What the last of `digits` digits of a number stands for.
    static func unit(of value: Double, digits: Int) -> Double {
        guard value != 0, value.isFinite else { return 0 }
        return pow10(Int(logOfTen(abs(value)).rounded(.down)) - digits + 1)
    }

    /// The differences when the entries of both lines are put in the order of their words; nil when they have not the same.
    private func reordered(_ stored: Substring, _ fresh: Substring, at place: String) -> [Difference]? {
        func sorted(_ line: Substring) -> String {
            let entries = line.split(separator: ", ").map { entry in
                (entry, Self.words(TextTokens(entry).tokens).joined(separator: " "))
            }
            return entries.sorted { $0.1 < $1.1 }.map { String($0.0) }.joined(separator: ", ")
        }
        let (old, new) = (sorted(stored[...]), sorted(fresh[...]))
        guard Self.words(TextTokens(old).tokens) == Self.words(TextTokens(new).tokens) else { return nil }
        return lineDifferences(old[...], new[...], at: place)
    }

    private static func words(_ tokens: [TextTokens.Token]) -> [String] {
        tokens.map { if case .word(let word) = $0 { word } else { "#" } }
    }

    /// Without colours, without what a carriage return has overwritten, without the empty line at the end.
    private static func lines(_ text: String) -> [Substring] {
        let plain = text.replacing("\r\n", with: "\n").replacing(/\u{1B}\[[0-9;]*m/, with: "")
        var lines = plain.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: "\r").last ?? ""
        }
        while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
        return lines
    }
}
