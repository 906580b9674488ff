internal import TensorCore
internal import TextFormats

extension AblationPanel {
    /// A line per method and component: `method,component,kl,kl_low,kl_high,kl_rank,logit_difference,ld_low,ld_high`.
    ///
    /// ```swift
    /// try saveText(panel.toCSV(), to: "panel.csv")
    /// ```
    public func toCSV() -> String {
        let columns = ["kl", "kl_low", "kl_high", "kl_rank", "logit_difference", "ld_low", "ld_high"]
        var text = CSVText.line(["method", "component"] + columns)
        for (number, method) in methods.enumerated() {
            guard let kl = values[.kl]?[number], let ld = values[.logitDifference]?[number],
                let klEnds = intervals[.kl]?[number], let ldEnds = intervals[.logitDifference]?[number]
            else { continue }
            let ranks = Ranks.descending(kl.map(Self.mean))
            for index in places.indices {
                let numbers = [
                    Self.mean(kl[index]), klEnds[index].lowerBound, klEnds[index].upperBound, Float(ranks[index]),
                    Self.mean(ld[index]), ldEnds[index].lowerBound, ldEnds[index].upperBound,
                ]
                text += CSVText.line([method.rawValue, components[index]] + numbers.map { "\($0)" })
            }
        }
        return text
    }
}

extension AblationPanel: CustomStringConvertible {
    public var description: String {
        let measured = methods.map(\.rawValue).joined(separator: ", ")
        let lines = ["\(components.count) components by \(measured) on \(promptCount) prompts, \(flags.count) flags"]
        return (lines + warnings.map { "warning: \($0)" } + flags.map { "\($0)" }).joined(separator: "\n")
    }

    /// A cell per column, sorted by the KL of one method, the largest first.
    package func rows(sortedBy method: AblationKind, top: Int) throws -> [[String]] {
        let means = try self.means(method, .kl)
        let order = means.indices.sorted { means[$0].isNaN ? false : means[$0] > means[$1] || means[$1].isNaN }
        return order.prefix(max(0, top)).map { index in
            [components[index]]
                + methods.indices.map { number in
                    guard let kl = values[.kl]?[number][index], let ends = intervals[.kl]?[number][index] else {
                        return ""
                    }
                    return "\(PanelText.number(Self.mean(kl))) [\(PanelText.number(ends.lowerBound)), "
                        + "\(PanelText.number(ends.upperBound))]"
                }
        }
    }
}
