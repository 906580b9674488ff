/// A query looks at all positions, those after its own too.
package struct FullReach: AttentionReach {
    package init() {}

    package func keys(of position: Int, among count: Int) -> Range<Int> { 0..<count }
}
