/// The elements of another sequence, with a bar that shows how far the loop has come.
public struct ProgressSequence<Elements: Sequence>: Sequence {
    let elements: Elements
    let title: String
    let total: Int?

    public func makeIterator() -> Iterator {
        Iterator(elements: elements.makeIterator(), bar: ProgressBar(total: total, title: title))
    }

    /// Advances the bar when the next element is asked for: then the work on the one before is done.
    public struct Iterator: IteratorProtocol {
        var elements: Elements.Iterator
        let bar: ProgressBar
        var hasBegun = false

        init(elements: Elements.Iterator, bar: ProgressBar) { (self.elements, self.bar) = (elements, bar) }

        public mutating func next() -> Elements.Element? {
            if hasBegun { bar.advance() }
            let element = elements.next()
            hasBegun = element != nil
            if element == nil { bar.finish() }
            return element
        }
    }
}

/// Shows a bar while a loop goes through `elements`.
///
/// ```swift
/// for layer in progress(0..<12, title: "Layers") { … }
/// ```
/// A loop that ends early leaves the bar where it was, marked as stopped. Without a `total` the count of a collection
/// is taken; other sequences are only counted.
public func progress<Elements: Sequence>(
    _ elements: Elements, title: String = "", total: Int? = nil
) -> ProgressSequence<Elements> {
    ProgressSequence(elements: elements, title: title, total: total ?? (elements as? any Collection)?.count)
}
