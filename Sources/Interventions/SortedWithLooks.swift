internal import SessionSafety

extension Array {
    /// The elements in order, as `sorted(by:)` puts them, looking at the stop flag every thousand comparisons.
    /// - Throws: `Interrupted`.
    func sortedWithLooks(by comesFirst: (Element, Element) -> Bool) throws -> [Element] {
        var comparisons = 0
        return try sorted { a, b in
            comparisons += 1
            if comparisons % 1024 == 0 { try Interruption.check() }
            return comesFirst(a, b)
        }
    }
}
