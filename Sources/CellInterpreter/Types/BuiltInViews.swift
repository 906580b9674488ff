/// The types of what the standard library makes of sequences without copying them.
extension BuiltIn {
    static let anySequence = view("AnySequence", ["Element"])
    /// What a parameter of the library takes: any sequence of such elements. In declarations `AnySequence<Element>`.
    static let someSequence = view("some Sequence", ["Element"])
    static let zip = view("Zip2Sequence", ["Sequence1", "Sequence2"])
    static let enumerated = view("EnumeratedSequence", ["Base"])
    static let reversed = view("ReversedCollection", ["Base"])
    static let strideTo = view("StrideTo", ["Element"])
    static let strideThrough = view("StrideThrough", ["Element"])
    static let repeated = view("Repeated", ["Element"])
    static let flattened = view("FlattenSequence", ["Base"])
    static let joined = view("JoinedSequence", ["Base"])
    static let part = view("Slice", ["Base"])
    static let prefix = view("PrefixSequence", ["Base"])
    static let dropFirst = view("DropFirstSequence", ["Base"])
    static let dropWhile = view("DropWhileSequence", ["Base"])
    static let lazy = view("LazySequence", ["Base"])
    static let lazyMap = view("LazyMapSequence", ["Base", "Element"])
    static let lazyFilter = view("LazyFilterSequence", ["Base"])
    static let lazyPrefixWhile = view("LazyPrefixWhileSequence", ["Base"])
    static let lazyDropWhile = view("LazyDropWhileSequence", ["Base"])
    static let keys = view("Dictionary.Keys", ["Key", "Value"], ["Equatable"])
    static let values = view("Dictionary.Values", ["Key", "Value"])
    static let utf8 = view("String.UTF8View", [])
    static let utf16 = view("String.UTF16View", [])
    static let scalars = view("String.UnicodeScalarView", [])

    static let views = [
        anySequence, zip, enumerated, reversed, strideTo, strideThrough, repeated, flattened, joined, part, prefix,
        dropFirst, dropWhile, lazy, lazyMap, lazyFilter, lazyPrefixWhile, lazyDropWhile, keys, values, utf8, utf16,
        scalars,
    ]

    /// Names without a dot for those that are within another type, as declarations of the library write them.
    static let nestedViews = [
        "DictionaryKeys": keys, "DictionaryValues": values, "UTF8View": utf8, "UTF16View": utf16,
        "UnicodeScalarView": scalars,
    ]

    private static func view(
        _ name: String, _ parameters: [String], _ conformances: Set<String> = []
    ) -> NominalType {
        NominalType(name, kind: .builtIn, genericParameters: parameters, conformances: conformances)
    }
}
