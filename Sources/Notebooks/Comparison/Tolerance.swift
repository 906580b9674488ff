/// How far two numbers may lie from each other and still say the same.
package struct Tolerance: Sendable, Equatable {
    /// As a part of the larger number's size.
    package var relative: Double
    /// In the number's own unit, for numbers near zero.
    package var absolute: Double
    /// Whether whole numbers may differ too. Usually they are counts, which are the same or not.
    package var coversIntegers = false

    /// What float32 arithmetic on other processors and thread counts stays below by a wide margin.
    package init(relative: Double = 1e-4, absolute: Double = 1e-5) {
        self.relative = relative
        self.absolute = absolute
    }

    /// - Parameter unit: what the last digit stands for, where that may differ by one.
    func allows(_ a: Double, _ b: Double, unit: Double = 0) -> Bool {
        if a == b || a.isNaN && b.isNaN { return true }
        guard a.isFinite, b.isFinite else { return false }
        // The texts of numbers are decimal: a bound that is met exactly is not missed by the last bit.
        return abs(a - b) <= max(relative * max(abs(a), abs(b)), absolute, unit) * (1 + 1e-9)
    }
}

extension Tolerance {
    /// The tolerance of a cell with these tags: `tolerance=1e-3` replaces both bounds, whole numbers included.
    ///
    /// - Throws: ``NotebookError`` for a tag that gives no number.
    package func with(tags: [String]) throws -> Tolerance {
        var result = self
        for tag in tags where tag.hasPrefix("tolerance") {
            let parts = tag.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts[0] == "tolerance" else { continue }
            guard parts.count == 2, let value = Double(parts[1]), value >= 0, value.isFinite else {
                throw NotebookError("the tag \"\(tag)\" gives no number; write it as in tolerance=1e-3")
            }
            result = Tolerance(relative: value, absolute: value)
            result.coversIntegers = true
        }
        return result
    }
}
