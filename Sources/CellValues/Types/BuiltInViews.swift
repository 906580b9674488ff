/// The types of what the standard library makes of sequences without copying them.
extension BuiltIn {
    package static let anySequence = view("AnySequence", ["Element"])
    /// What a parameter of the library takes: any sequence of such elements. In declarations `AnySequence<Element>`.
    package static let someSequence = view("some Sequence", ["Element"])
    package static let zip = view("Zip2Sequence", ["Sequence1", "Sequence2"])
    package static let enumerated = view("EnumeratedSequence", ["Base"])
    package static let reversed = view("ReversedCollection", ["Base"])
    package static let strideTo = view("StrideTo", ["Element"])
    package static let strideThrough = view("StrideThrough", ["Element"])
    package static let repeated = view("Repeated", ["Element"])
    package static let flattened = view("FlattenSequence", ["Base"])
    package static let joined = view("JoinedSequence", ["Base"])
    package static let part = view("Slice", ["Base"])
    package static let prefix = view("PrefixSequence", ["Base"])
    package static let dropFirst = view("DropFirstSequence", ["Base"])
    package static let dropWhile = view("DropWhileSequence", ["Base"])
    package static let lazy = view("LazySequence", ["Base"])
    package static let lazyMap = view("LazyMapSequence", ["Base", "Element"])
    package static let lazyFilter = view("LazyFilterSequence", ["Base"])
    package static let lazyPrefixWhile = view("LazyPrefixWhileSequence", ["Base"])
    package static let lazyDropWhile = view("LazyDropWhileSequence", ["Base"])
    package static let keys = view("Dictionary.Keys", ["Key", "Value"], ["Equatable"])
    package static let values = view("Dictionary.Values", ["Key", "Value"])
    package static let utf8 = view("String.UTF8View", [])
    package static let utf16 = view("String.UTF16View", [])
    package static let scalars = view("String.UnicodeScalarView", [])

    package static let views = [
        anySequence, zip, enumerated, reversed, strideTo, strideThrough, repeated, flattened, joined, part, prefix,
        dropFirst, dropWhile, lazy, lazyMap, lazyFilter, lazyPrefixWhile, lazyDropWhile, keys, values, utf8, utf16,
        scalars,
    ]

    /// Names without a dot for those that are within another type, as declarations of the library write them.
    package static let nestedViews = [
        "DictionaryKeys": keys, "DictionaryValues": values, "UTF8View": utf8, "UTF16View": utf16,
        "UnicodeScalarView": scalars,
    ]

    private static func view(
        _ name: String, _ parameters: [String], _ conformances: Set<String> = []
    ) -> NominalType {
        NominalType(name, kind: .builtIn, genericParameters: parameters, conformances: conformances)
    }
}
