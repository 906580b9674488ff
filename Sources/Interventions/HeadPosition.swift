/// Which positions of a prompt an ablation replaces.
public enum HeadPosition: Sendable, Equatable {
    /// The last one.
    case last
    /// All of them.
    case all
    /// One, counted from 0, or from the end when negative.
    case index(_ index: Int)
}
