/// Which positions a query may look at.
package protocol AttentionReach: Sendable {
    /// The keys, of `count` in all, that the query at `position` may look at.
    func keys(of position: Int, among count: Int) -> Range<Int>
}

/// A query looks at its own position and those before.
package struct CausalReach: AttentionReach {
    package init() {}

    package func keys(of position: Int, among count: Int) -> Range<Int> { 0..<(position + 1) }
}
