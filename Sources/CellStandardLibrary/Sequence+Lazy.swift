internal import CellHost
internal import CellValues

extension StandardLibrary {
    /// What behind `lazy` calls its function only for the elements that are asked for.
    static func registerLazy(in library: HostLibrary) {
        library.define(
            "var lazy: LazySequence<Self>", "The same elements; what is made of them waits until they are asked for.",
            on: "Sequence", raw: { .view(.lazy($0[0])) })
        func define(_ text: String, _ documentation: String, _ make: @escaping (CellValue, CellValue) -> ViewBox) {
            library.define(
                "func \(text)", documentation, on: "LazySequenceProtocol", raw: { .view(make($0[0], $0[1])) })
        }
        define(
            "map<T>(_ transform: (Element) -> T) -> LazyMapSequence<Self, T>",
            "What the function gives for each element, when it is asked for.", ViewBox.lazyMap)
        define(
            "filter(_ isIncluded: (Element) -> Bool) -> LazyFilterSequence<Self>",
            "The elements for which the function is true, looked for when they are asked for.", ViewBox.lazyFilter)
        define(
            "compactMap<T>(_ transform: (Element) -> T?) -> LazyMapSequence<LazyFilterSequence<Self>, T>",
            "What the function gives for each element, without the nils, when it is asked for.",
            ViewBox.lazyCompactMap)
        define(
            "flatMap<T>(_ transform: (Element) -> [T]) -> LazySequence<FlattenSequence<LazyMapSequence<Self, [T]>>>",
            "The elements of the arrays that the function gives, when they are asked for."
        ) { .joined("LazySequence", .view(.lazyMap($0, $1))) }
        define(
            "prefix(while predicate: (Element) -> Bool) -> LazyPrefixWhileSequence<Self>",
            "The elements before the first for which the function is false, when they are asked for."
        ) { .lazyPrefix(of: $0, while: $1) }
        define(
            "drop(while predicate: (Element) -> Bool) -> LazyDropWhileSequence<Self>",
            "The elements from the first on for which the function is false, when they are asked for."
        ) { .lazyDrop(of: $0, while: $1) }
    }
}
