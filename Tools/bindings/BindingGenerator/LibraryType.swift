/// A public type, protocol or type alias of the library.
struct LibraryType {
    enum Kind: Equatable {
        case structure, enumeration, reference, proto
        /// Another name for a type.
        case alias(SourceType)
    }

    var target: String
    var file: String
    var kind: Kind
    /// `Tensor`, `Hook.Site`.
    var name: String
    var documentation: [String]
    /// What stands behind the colon, extensions' included once all files are read.
    var conformances: Set<String>
    /// Of a protocol: the names that it asks for.
    var requirements: Set<String> = []
    var isGeneric = false
}

/// A conformance that an extension declares: `extension [Int]: TensorIndex`.
struct LibraryConformance {
    /// The type as written, `Array` with its element put in where the extension says which.
    var type: SourceType
    /// Of `extension Array: P where Element: Q`, the Q.
    var elementConstraint: String?
    var protocols: [String]
}
