/// The most evaluations of each of some searches in one call: so many that a bar can count those of all searches.
/// - Throws: ``OptimalAblationError/badCount(_:given:)``.
func mostEvaluations(_ given: Int, searches: Int) throws -> Int {
    guard given > 0 else { throw OptimalAblationError.badCount("evaluations", given: given) }
    return min(given, Int.max / max(1, searches))
}
