internal import TensorCore

/// How much is lost with each component's optimal constant, on training and test prompts.
///
/// ```swift
/// let report = try optimal.report(on: test)
/// for row in report.rows.prefix(10) { print(row) }
/// ```
public struct OptimalReport: Sendable {
    /// One line for each component.
    public let rows: [Row]
    /// The number of training prompts.
    public let trainCount: Int
    /// The number of test prompts.
    public let testCount: Int
    /// How many of these are training prompts too; 0 for a fair test.
    public let sharedCount: Int
    let notes: [String]

    /// A mean over prompts with its 95 % interval.
    public struct Figure: Sendable, Hashable, CustomStringConvertible {
        /// The mean.
        public let value: Double
        /// The interval's lower end.
        public let low: Double
        /// The interval's upper end.
        public let high: Double

        init(_ values: [Float], _ ends: ClosedRange<Float>) {
            (value, low, high) = (ConstantFit.mean(values), Double(ends.lowerBound), Double(ends.upperBound))
        }

        public var description: String {
            let ends = [value, low, high].map { PanelText.number(Float($0)) }
            return "\(ends[0]) [\(ends[1]), \(ends[2])]"
        }
    }

    /// A component's losses, in nats.
    public struct Row: Sendable, Hashable, CustomStringConvertible {
        /// `L9H6`, `MLP9`.
        public let component: String
        /// The mean divergence on the training prompts with the optimal constant.
        public let train: Double
        /// The same with the mean in its place.
        public let trainMean: Double
        /// The same with nothing in its place.
        public let trainZero: Double
        /// On the test prompts, with the optimal constant.
        public let test: OptimalReport.Figure
        /// On the test prompts, with the training prompts' mean.
        public let mean: OptimalReport.Figure
        /// On the test prompts, with nothing.
        public let zero: OptimalReport.Figure
        /// How much less is lost on the test prompts than with the mean; below 0 where the mean is better.
        public let gain: OptimalReport.Figure
        /// The largest derivative of the training loss that is left; nil where nothing was fitted.
        public let gradient: Double?
        /// How often the training loss was evaluated.
        public let evaluations: Int
        /// Whether the search came to its end.
        public let isFinished: Bool
        /// Training prompts for each number of the constant.
        public let promptsPerNumber: Double

        /// Whether the mean loses less on the test prompts, by the whole interval.
        public var isWorseThanMean: Bool { gain.high < 0 }

        public var description: String {
            let left = gradient.map { ", gradient left \(PanelText.number(Float($0)))" } ?? ""
            return
                "\(component): train \(PanelText.number(Float(train))), test \(test); mean \(mean), zero \(zero)\(left), "
                + "\(evaluations) evaluations\(isFinished ? "" : ", not at its end")"
        }
    }
}

extension OptimalReport: CustomStringConvertible {
    public var description: String {
        let (better, worse) = (rows.count { $0.gain.low > 0 }, rows.count(where: \.isWorseThanMean))
        var lines = [
            "optimal constants of \(rows.count) components, \(trainCount) training and \(testCount) test prompts",
            "on test prompts \(better) lose less than with the mean, \(worse) more, by the whole interval; "
                + "on training prompts none loses more",
        ]
        lines += notes
        if sharedCount > 0 {
            lines.append("warning: \(sharedCount) of the test prompts are training prompts too")
        }
        let strongest = rows.sorted { $0.test.value > $1.test.value }.prefix(10)
        return (lines + strongest.map { "  \($0)" }).joined(separator: "\n")
    }
}
