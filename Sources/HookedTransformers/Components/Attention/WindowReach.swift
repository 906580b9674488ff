/// A query looks at its own position and those right before, `size` in all.
package struct WindowReach: AttentionReach {
    private let size: Int

    package init(_ size: Int) { self.size = max(1, size) }

    package func keys(of position: Int, among count: Int) -> Range<Int> {
        max(0, position - size + 1)..<(position + 1)
    }
}
