internal import Display
internal import TextFormats

/// What a progress bar shows at one moment.
struct ProgressState: Sendable, Equatable {
    var title: String
    var done: Int
    /// How many there will be, if that is known.
    var total: Int?
    /// Seconds since the start, 0 when they are not to be shown; nil once it is over, so that a notebook that is run again is saved with the same bytes.
    var elapsed: Double?

    var bundle: MIMEBundle { MIMEBundle(plain: plain).with(.html, html) }

    private var heading: String { title.isEmpty ? "" : title + ": " }

    /// `12/40 30% 3.1 s left`
    var plain: String { heading + figures }

    private var figures: String {
        guard let total else { return elapsed == nil ? "\(done) done" : "\(done)" }
        guard elapsed != nil else { return done >= total ? "\(done)/\(total) done" : "\(done)/\(total) stopped" }
        return "\(done)/\(total) \(Int(fraction * 100))%" + (secondsLeft.map { " \($0) s left" } ?? "")
    }

    private var fraction: Double {
        guard let total, total > 0 else { return elapsed == nil ? 1 : 0 }
        return min(1, max(0, Double(done) / Double(total)))
    }

    private var secondsLeft: String? {
        guard let elapsed, elapsed > 0, let total, done > 0, done < total else { return nil }
        let seconds = elapsed / Double(done) * Double(total - done)
        return NumberText.fixed(seconds, decimals: seconds < 10 ? 1 : 0)
    }

    private var html: String {
        let color = elapsed != nil ? "#1f62b4" : fraction >= 1 ? "#188a5c" : "#b45309"
        let width = NumberText.coordinate(fraction * 100)
        let track =
            "display:inline-block;vertical-align:middle;width:260px;height:10px;background-color:#d5dce8;border-radius:5px"
        let fill = "width:\(width)%;height:10px;background-color:\(color);border-radius:5px"
        let text = "display:inline-block;vertical-align:middle;margin-left:10px;font-size:13px"
        return
            "<div class=\"swiftlens-progress \(HTMLText.asItIs)\"><span style=\"font-size:13px\">\(Markup.escape(heading))</span>"
            + "<div style=\"\(track)\"><div style=\"\(fill)\"></div></div>"
            + "<span style=\"\(text)\">\(figures)</span></div>"
    }
}
