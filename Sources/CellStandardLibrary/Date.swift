internal import CellHost
internal import CellValues
internal import Platform

/// A moment, as Foundation's `Date` is to cells: for measuring how long something takes.
struct CellDate: HostObject, Hashable, Comparable, CustomStringConvertible {
    var secondsSince1970: Double

    static var now: CellDate {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return CellDate(secondsSince1970: Double(time.tv_sec) + Double(time.tv_nsec) / 1e9)
    }

    static func < (left: CellDate, right: CellDate) -> Bool { left.secondsSince1970 < right.secondsSince1970 }

    /// `2026-03-01 12:00:00 +0000`, in universal time.
    var description: String {
        guard var seconds = time_t(exactly: secondsSince1970.rounded(.down)) else { return "a date out of range" }
        var parts = tm()
        guard gmtime_r(&seconds, &parts) != nil else { return "a date out of range" }
        func digits(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let day = "\(Int(parts.tm_year) + 1900)-\(digits(parts.tm_mon + 1))-\(digits(parts.tm_mday))"
        return "\(day) \(digits(parts.tm_hour)):\(digits(parts.tm_min)):\(digits(parts.tm_sec)) +0000"
    }
}

extension StandardLibrary {
    static func registerDates(in library: HostLibrary) {
        library.type("Date", CellDate.self, doc: "A moment.")
        library.typeAlias("TimeInterval", "Double")
        library.define("init()", "Now.", on: "Date") { () -> CellDate in .now }
        library.define("static var now: Date", "Now.", on: "Date") { () -> CellDate in .now }
        library.define("init(timeIntervalSince1970: Double)", "So many seconds after 1970 began.", on: "Date") {
            (seconds: Double) in CellDate(secondsSince1970: seconds)
        }
        library.define("func timeIntervalSince(_ date: Date) -> Double", "Seconds from another moment.", on: "Date") {
            (date: CellDate, other: CellDate) in date.secondsSince1970 - other.secondsSince1970
        }
        library.define("var timeIntervalSinceNow: Double", "Seconds from now; negative when past.", on: "Date") {
            (date: CellDate) in date.secondsSince1970 - CellDate.now.secondsSince1970
        }
        library.define("var timeIntervalSince1970: Double", "Seconds since 1970 began.", on: "Date") {
            (date: CellDate) in date.secondsSince1970
        }
        library.define("func addingTimeInterval(_ seconds: Double) -> Date", "So many seconds later.", on: "Date") {
            (date: CellDate, seconds: Double) in CellDate(secondsSince1970: date.secondsSince1970 + seconds)
        }
    }
}
