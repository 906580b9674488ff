package import CellHost

extension HostLibrary {
    /// A table with Swift's own types and the everyday part of its standard library, for a host to add to.
    ///
    /// ```swift
    /// let library = HostLibrary.standard()
    /// library.declare("func twice(_ x: Int) -> Int") { (x: Int) in 2 * x }
    /// ```
    package static func standard() -> HostLibrary {
        let library = HostLibrary()
        StandardLibrary.register(in: library)
        return library
    }
}

/// The everyday members of Swift's standard library and of Foundation, as cells see them: spelled and behaving
/// as there.
///
/// What ends a compiled program (a bad index, an overflow, a nil) throws a ``CellRuntimeError`` instead.
package enum StandardLibrary {
    package static func register(in library: HostLibrary) {
        registerNumbers(in: library)
        registerText(in: library)
        registerSequences(in: library)
        registerCollections(in: library)
        registerPrinting(in: library)
        registerStandardStreams(in: library)
        registerChecks(in: library)
        registerLeftOut(in: library)
    }

    private static func registerNumbers(in library: HostLibrary) {
        registerIntMembers(in: library)
        registerFixedWidths(in: library)
        registerIntOperators(in: library)
        registerFloating(Double.self, in: library)
        registerFloating(Float.self, in: library)
        library.typeAlias("Float64", "Double")
        library.typeAlias("Float32", "Float")
        registerRounding(in: library)
        registerConversions(in: library)
        registerMath(in: library)
        registerBool(in: library)
        registerRandom(in: library)
        registerComparisons(in: library)
        registerMinMax(in: library)
        registerRanges(in: library)
        registerRangeOperators(in: library)
        registerPatternMatching(in: library)
    }

    private static func registerText(in library: HostLibrary) {
        registerStringInitialisers(in: library)
        registerStringMembers(in: library)
        registerStringParts(in: library)
        registerStringEditing(in: library)
        registerStringOperators(in: library)
        registerCharacters(in: library)
        registerCharacterSets(in: library)
        registerFormatting(in: library)
        registerDates(in: library)
    }

    private static func registerSequences(in library: HostLibrary) {
        registerTransforms(in: library)
        registerSearching(in: library)
        registerOrdering(in: library)
        registerParts(in: library)
        registerJoining(in: library)
        registerPairing(in: library)
        registerLazy(in: library)
        registerCounts(in: library)
    }

    private static func registerCollections(in library: HostLibrary) {
        registerArrays(in: library)
        registerArrayChanges(in: library)
        registerArrayRemovals(in: library)
        registerSets(in: library)
        registerSetAlgebra(in: library)
        registerDictionaries(in: library)
        registerDictionaryChanges(in: library)
        registerOptionals(in: library)
    }
}
