import Foundation

/// The token ids that both programs run on, as the Python side wrote them.
struct Inputs: Decodable {
    /// The prompts: [batch, position]
    let clean: [[Int]]
    /// The same with the names exchanged: [batch, position]
    let corrupted: [[Int]]
    /// The right answer and the wrong one: [batch, 2]
    let answers: [[Int]]
    /// Random tokens that repeat, for the detectors: [batch, position]
    let repeated: [[Int]]

    init(file: String) throws {
        self = try JSONDecoder().decode(Inputs.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
    }
}
