internal import SessionSafety
public import TensorCore

extension AblationPanel {
    /// The rank of each component by its KL under a method, 1 for the largest; equal ones share a rank: [component].
    ///
    /// `try panel.ranks(.zero)[panel.index(of: "L0H10")]`
    /// - Throws: ``AblationPanelError/notMeasured(_:known:)``.
    public func ranks(_ method: AblationKind) throws -> Tensor {
        let ranks = Ranks.descending(try means(method, .kl))
        return Tensor(ranks.map { Float($0) }, shape: [ranks.count])
    }

    /// How alike two methods rank the heads by KL: Spearman's correlation, with its 95 % interval over prompts.
    ///
    /// ```swift
    /// let (value, low, high) = try panel.rankCorrelation(.mean, .counterfactual)
    /// ```
    /// Of a panel without heads, the MLPs are ranked.
    /// - Throws: ``AblationPanelError/notMeasured(_:known:)``.
    public func rankCorrelation(_ first: AblationKind, _ second: AblationKind) throws -> (
        value: Double, low: Double, high: Double
    ) {
        let ranked = places.indices.filter { places[$0].head != nil }
        let chosen = ranked.isEmpty ? Array(places.indices) : ranked
        let (a, b) = (try rows(first, .kl), try rows(second, .kl))
        let (one, two) = (chosen.map { a[$0] }, chosen.map { b[$0] })
        let value = Ranks.correlation(one.map(Self.mean), two.map(Self.mean))
        let (ones, twos) = (try bootstrap.means(one), try bootstrap.means(two))
        let count = ones.first?.count ?? 0
        let resampled = try onAllCores(count) { resample -> Float in
            if resample % 64 == 0 { try Interruption.check() }
            return Float(Ranks.correlation(ones.map { $0[resample] }, twos.map { $0[resample] }))
        }
        let interval = try Bootstrap.middle(resampled)
        return (value, Double(interval.lowerBound), Double(interval.upperBound))
    }

    /// The rank correlation of each pair of methods: [method, method].
    ///
    /// `heatMap(try panel.rankCorrelations(), xTicks: panel.methods.map { $0.rawValue }, range: -1...1, showValues: true)`
    public func rankCorrelations() throws -> Tensor {
        let ranked = places.indices.filter { places[$0].head != nil }
        let chosen = ranked.isEmpty ? Array(places.indices) : ranked
        let means = try methods.map { method in
            let all = try self.means(method, .kl)
            return chosen.map { all[$0] }
        }
        let values = means.flatMap { a in means.map { Float(Ranks.correlation(a, $0)) } }
        return Tensor(values, shape: [methods.count, methods.count])
    }
}
