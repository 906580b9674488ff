/// What can be wrong with the values given to a picture.
public enum PlotError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A tensor with another number of axes than the picture takes.
    case badRank(picture: String, shape: [Int], expected: String)
    /// Another number of names than there are things to name.
    case badCount(picture: String, argument: String, given: Int, expected: Int, shape: [Int])
    /// More values than a notebook can hold as one picture.
    case tooLarge(picture: String, shape: [Int], limit: Int)

    /// More things side by side than anybody could tell apart.
    case tooMany(picture: String, shape: [Int], limit: String)

    /// A histogram of no bins, or of more than can be told apart.
    case badBins(given: Int, limit: Int)

    /// What was given, what was expected, and the way out.
    public var description: String {
        switch self {
        case .badRank(let picture, let shape, let expected):
            "\(picture) takes a tensor of shape \(expected), not \(shape); pick or average over the other axes first"
        case .badCount(let picture, let argument, let given, let expected, let shape):
            "\(picture): \(given) \(argument) for \(expected) in a tensor of shape \(shape)"
        case .badBins(let given, let limit):
            "histogram: bins is \(given); it takes 1 to \(limit)"
        case .tooMany(let picture, let shape, let limit):
            "\(picture) shows at most \(limit), and shape \(shape) has more; pick some, or average over neighbours"
        case .tooLarge(let picture, let shape, let limit):
            "\(picture) shows at most \(limit) values, and shape \(shape) has more; pick some, or average over neighbours"
        }
    }
}
