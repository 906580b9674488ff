/// The types of what the standard library makes of sequences without copying them.
extension BuiltIn {
    nonisolated(unsafe) static let anySequence = view("AnySequence", ["Element"])
    /// What a parameter of the library takes: any sequence of such elements. In declarations `AnySequence<Element>`.
    nonisolated(unsafe) static let someSequence = view("some Sequence", ["Element"])
    nonisolated(unsafe) static let zip = view("Zip2Sequence", ["Sequence1", "Sequence2"])
    nonisolated(unsafe) static let enumerated = view("EnumeratedSequence", ["Base"])
    nonisolated(unsafe) static let reversed = view("ReversedCollection", ["Base"])
    nonisolated(unsafe) static let strideTo = view("StrideTo", ["Element"])
    nonisolated(unsafe) static let strideThrough = view("StrideThrough", ["Element"])
    nonisolated(unsafe) static let repeated = view("Repeated", ["Element"])
    nonisolated(unsafe) static let flattened = view("FlattenSequence", ["Base"])
    nonisolated(unsafe) static let joined = view("JoinedSequence", ["Base"])
    nonisolated(unsafe) static let part = view("Slice", ["Base"])
    nonisolated(unsafe) static let prefix = view("PrefixSequence", ["Base"])
    nonisolated(unsafe) static let dropFirst = view("DropFirstSequence", ["Base"])
    nonisolated(unsafe) static let dropWhile = view("DropWhileSequence", ["Base"])
    nonisolated(unsafe) static let lazy = view("LazySequence", ["Base"])
    nonisolated(unsafe) static let lazyMap = view("LazyMapSequence", ["Base", "Element"])
    nonisolated(unsafe) static let lazyFilter = view("LazyFilterSequence", ["Base"])
    nonisolated(unsafe) static let lazyPrefixWhile = view("LazyPrefixWhileSequence", ["Base"])
    nonisolated(unsafe) static let lazyDropWhile = view("LazyDropWhileSequence", ["Base"])
    nonisolated(unsafe) static let keys = view("Dictionary.Keys", ["Key", "Value"], ["Equatable"])
    nonisolated(unsafe) static let values = view("Dictionary.Values", ["Key", "Value"])
    nonisolated(unsafe) static let utf8 = view("String.UTF8View", [])
    nonisolated(unsafe) static let utf16 = view("String.UTF16View", [])
    nonisolated(unsafe) static let scalars = view("String.UnicodeScalarView", [])

    nonisolated(unsafe) static let views = [
        anySequence, zip, enumerated, reversed, strideTo, strideThrough, repeated, flattened, joined, part, prefix,
        dropFirst, dropWhile, lazy, lazyMap, lazyFilter, lazyPrefixWhile, lazyDropWhile, keys, values, utf8, utf16,
        scalars,
    ]

    /// Names without a dot for those that are within another type, as declarations of the library write them.
    nonisolated(unsafe) static let nestedViews = [
        "DictionaryKeys": keys, "DictionaryValues": values, "UTF8View": utf8, "UTF16View": utf16,
        "UnicodeScalarView": scalars,
    ]

    private static func view(
        _ name: String, _ parameters: [String], _ conformances: Set<String> = []
    ) -> NominalType {
        NominalType(name, kind: .builtIn, genericParameters: parameters, conformances: conformances)
    }
}
