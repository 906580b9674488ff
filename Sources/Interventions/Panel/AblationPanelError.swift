internal import NearestNames

/// What can keep ablations from being compared.
public enum AblationPanelError: Error, Hashable, Sendable {
    /// No method is given, or one twice.
    case badMethods([AblationKind])
    /// Constants for ``AblationKind/optimal`` of which one lacks.
    case noConstant(hook: String)
    /// Constants of another shape than the components' outputs.
    case constantShape(hook: String, found: [Int], expected: [Int])
    /// Training and test prompts of unequal lengths where positions must match.
    case unequalLengths(train: Int, test: Int)
    /// A position that the prompts do not have.
    case badPosition(Int, length: Int)
    /// A method, or components, that the panel does not have.
    case notMeasured(String, known: [String])
    /// A component that is not among those that are gone through, or none at all (an empty name).
    case noComponent(String, known: [String])
    /// MLPs of a model that has none.
    case noMLPs
    /// Too few prompts for intervals.
    case tooFewPrompts(Int)
    /// A number of resamples that gives no intervals.
    case badResamples(Int)
}

extension AblationPanelError: CustomStringConvertible {
    /// What may have been meant.
    private static func nearest(_ name: String, _ known: [String]) -> String {
        let near = name.isEmpty ? [] : Spelling.nearest(to: name, in: known)
        return near.isEmpty ? "" : "; near it: \(near.joined(separator: ", "))"
    }

    public var description: String {
        switch self {
        case .badMethods(let methods):
            methods.isEmpty
                ? "methods: none is given; give some of "
                    + AblationKind.allCases.map { ".\($0)" }.joined(separator: ", ")
                : "methods: \(methods.map { ".\($0)" }.joined(separator: ", ")) names a method twice"
        case .noConstant(let hook):
            "constants: there is none for \(hook); give one for every layer of the components, as optimalAblation(…).constants has "
                + "them, or leave constants: out, so that they are fitted on the training prompts"
        case .constantShape(let hook, let found, let expected):
            "constants: \(hook) has the shape \(found); expected \(expected), with the positions in front where each has its own"
        case .unequalLengths(let train, let test):
            "the training prompts have \(train) tokens and the test prompts \(test); where positions are matched "
                + "both must have the same number"
        case .badPosition(let position, let length):
            "position \(position) is asked for, and the prompts have \(length) tokens"
        case .notMeasured(let what, let known):
            "\(what) was not measured; this panel has \(known.joined(separator: ", "))"
        case .noComponent(let name, let known):
            (name.isEmpty ? "only: no component is named" : "only: \"\(name)\" is no component here")
                + "; there are \(known.first ?? "none") … \(known.last ?? "")" + Self.nearest(name, known)
        case .noMLPs: "components: this model has no MLPs; give .heads"
        case .tooFewPrompts(let count):
            "intervals over prompts need at least 2 of them, and \(count) is given"
        case .badResamples(let count): "resamples: \(count) is given; give 100 to 1000000 for intervals"
        }
    }
}
