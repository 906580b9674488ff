/// What can keep constants from being fitted.
public enum OptimalAblationError: Error, Hashable, Sendable {
    /// A number that has to be positive.
    case badNumber(String, given: Double)
    /// A whole number that has to be positive.
    case badCount(String, given: Int)
    /// Prompts on which the model's answers are not numbers.
    case notANumber(component: String)
    /// Prompts of another length than those that constants were fitted on.
    case otherLength(given: Int, fitted: Int)
    /// Layers that the model or the fit does not have, or one of them twice, or none.
    case badLayers([Int], layers: Int)
    /// A trace without roles whose tokens are replaced.
    case noSubject(known: [String])
    /// An activation that is not gone through by position alone.
    case badTraceSite(String, axes: [Int])
}

extension OptimalAblationError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .badNumber(let name, let given):
            "\(name): \(given) is given; expected a number above 0"
                + (given == .infinity ? " that is not infinite" : "")
        case .badCount(let name, let given):
            "\(name): \(given) is given; expected a whole number above 0"
        case .notANumber(let component):
            "the divergence is NaN with \(component) replaced by any start: the model's answers on these prompts are no numbers"
        case .otherLength(let given, let fitted):
            "the prompts have \(given) tokens, and the constants were fitted on prompts of \(fitted); "
                + "both must have the same number"
        case .badLayers(let given, let layers):
            "layers: \(given) are given; expected different ones of 0 to \(layers - 1), and of a fit only those that it has"
        case .noSubject(let known):
            "subject: no role is given; the prompts have "
                + (known.isEmpty
                    ? "none: give positions: to PromptDataset" : known.map { "\"\($0)\"" }.joined(separator: ", "))
        case .badTraceSite(let activation, let axes):
            "site: \(activation) along the axes \(axes) is given; expected one that goes by position, such as .residPre, .attnOut or "
                + ".mlpOut"
        }
    }
}
