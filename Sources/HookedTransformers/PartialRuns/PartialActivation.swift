internal import TensorCore

/// An activation of which only the lanes' tokens were computed; the others are the base run's.
struct LaneActivation {
    /// The base run's: [batch, position, …]
    let base: Tensor
    /// The lanes': [token, 1, …]; nothing where there are no lanes.
    var values: Tensor

    /// Nothing is under way.
    static let none = LaneActivation(base: Tensor(), values: Tensor())

    /// The activation of every token: [batch, position, …]
    func full(_ lanes: Lanes) throws -> Tensor { try lanes.overlay(values, on: base) }

    /// The same activation for more lanes.
    mutating func regrow(from lanes: Lanes, to grown: Lanes) throws {
        if base.count > 0 { values = try grown.pack(full(lanes)) }
    }
}
