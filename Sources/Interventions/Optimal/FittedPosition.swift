internal import Datasets
internal import HookedTransformers

/// Where a fitted constant stands.
///
/// `try model.optimalAblation(train, position: .each)`
public enum FittedPosition: Sendable, Hashable {
    /// At the last position.
    case last
    /// The same constant at all positions; a BOS is left alone.
    case all
    /// A constant for each position; a BOS is left alone.
    case each
    /// At one position, counted from 0, or from the end when negative.
    case index(_ index: Int)

    /// The positions that are replaced.
    var replaced: HeadPosition {
        switch self {
        case .last: .last
        case .all, .each: .all
        case .index(let index): .index(index)
        }
    }

    init(_ position: HeadPosition) {
        switch position {
        case .last: self = .last
        case .all: self = .all
        case .index(let index): self = .index(index)
        }
    }

    /// How many constants a component has.
    func slots(_ span: AblatedSpan) -> Int { self == .each ? span.count : 1 }
}
