public import TensorCore

/// Where the words of a role stand in each prompt of a ``PromptDataset``.
///
/// ```swift
/// try data.positions["S2"]        // [batch], integers
/// data.positions.roles            // ["IO", "S1", "S1+1", "S2", "END"]
/// ```
public struct RolePositions: Sendable {
    /// The roles' names.
    public let roles: [String]
    private let values: [String: [Int]]

    init(_ positions: [(role: String, positions: [Int])]) {
        roles = positions.map(\.role)
        values = Dictionary(positions.map { ($0.role, $0.positions) }) { first, _ in first }
    }

    /// The position for each prompt, [batch]: `try data.positions["S2"]`.
    /// - Throws: ``DatasetError/noRole(_:known:)``.
    public subscript(role: String) -> Tensor {
        get throws {
            guard let found = values[role] else { throw DatasetError.noRole(role, known: roles) }
            return Tensor(found, shape: [found.count])
        }
    }

    /// Those of some prompts.
    func choosing(_ rows: [Int]) -> RolePositions {
        RolePositions(roles.map { role in (role, rows.compactMap { values[role]?[$0] }) })
    }
}
