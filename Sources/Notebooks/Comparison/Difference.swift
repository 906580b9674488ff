internal import Plots

/// One thing that a cell says otherwise than it was saved.
package struct Difference: Sendable, Equatable {
    /// Where in what the cell shows, such as `printed text, line 2`.
    package let place: String
    /// What was saved.
    package let stored: String
    /// What it is now.
    package let fresh: String
    /// How far two numbers lie from each other.
    package var size: Double?

    init(_ place: String, _ stored: String, _ fresh: String) {
        (self.place, self.stored, self.fresh) = (place, Self.short(stored), Self.short(fresh))
    }

    init(_ place: String, numbers stored: (text: String, value: Double), _ fresh: (text: String, value: Double)) {
        self.init(place, stored.text, fresh.text)
        size = abs(stored.value - fresh.value)
        relative = size.map { $0 / max(abs(stored.value), abs(fresh.value)) }
    }

    private var relative: Double?

    private static func short(_ text: String) -> String {
        text.count > 200 ? text.prefix(200) + "… (\(text.utf8.count) bytes)" : text
    }
}

extension Difference: CustomStringConvertible {
    package var description: String { "\(place): \(stored) then, \(fresh) now\(sizeText)" }

    private var sizeText: String {
        guard let size, let relative, size.isFinite else { return "" }
        return " (off by \(NumberText.significant(size, 3)), \(NumberText.significant(relative * 100, 3)) %)"
    }
}
