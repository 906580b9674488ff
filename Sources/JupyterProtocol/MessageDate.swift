/// A point in time as the headers of messages have it: `2026-01-31T23:59:59.123456Z`.
package struct MessageDate: Sendable, Equatable {
    /// Since the beginning of 1970 in UTC.
    package let nanoseconds: Int

    package init(nanoseconds: Int) { self.nanoseconds = nanoseconds }

    /// Nanoseconds since 1970 fit a number in these.
    private static let years = 1900...2200

    /// Nil of a text that is no such date; a date without a zone is taken for UTC.
    package init?(_ text: String) {
        var rest = Substring(text)[...]
        guard let year = rest.number(4), rest.skip("-"), let month = rest.number(2), rest.skip("-"),
            let day = rest.number(2), rest.skip("T"), let hour = rest.number(2), rest.skip(":"),
            let minute = rest.number(2), rest.skip(":"), let second = rest.number(2),
            Self.years.contains(year), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        let fraction = rest.skip(".") ? rest.fraction() : 0
        guard let zone = rest.zoneMinutes() else { return nil }
        let minutes = (Self.days(year, month, day) * 24 + hour) * 60 + minute - zone
        nanoseconds = (minutes * 60 + second) * 1_000_000_000 + fraction
    }

    /// From 1 January 1970 to a day of the Gregorian calendar. Years begin in March here, so that leap days come last.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month > 2 ? year : year - 1
        let month = (month + 9) % 12
        let leaps = year / 4 - year / 100 + year / 400
        return year * 365 + leaps + (month * 153 + 2) / 5 + day - 1 - 719_468
    }
}

extension Substring {
    /// Takes a number of exactly `digits` digits off the beginning.
    fileprivate mutating func number(_ digits: Int) -> Int? {
        let head = prefix(digits)
        guard head.utf8.count == digits, head.utf8.allSatisfy({ (48..<58).contains($0) }) else { return nil }
        removeFirst(digits)
        return Int(head)
    }

    fileprivate mutating func skip(_ character: Character) -> Bool {
        guard first == character else { return false }
        removeFirst()
        return true
    }

    /// Digits behind the point, as nanoseconds.
    fileprivate mutating func fraction() -> Int {
        let digits = prefix { ("0"..."9").contains($0) }
        removeFirst(digits.count)
        return Int(digits.prefix(9) + String(repeating: "0", count: Swift.max(0, 9 - digits.count))) ?? 0
    }

    /// How many minutes the zone at the end is ahead of UTC; nil when something else stands there.
    fileprivate mutating func zoneMinutes() -> Int? {
        guard !isEmpty, !skip("Z") else { return isEmpty ? 0 : nil }
        let sign = skip("+") ? 1 : skip("-") ? -1 : 0
        guard sign != 0, let hours = number(2) else { return nil }
        _ = skip(":")
        return sign * (hours * 60 + (number(2) ?? 0))
    }
}
