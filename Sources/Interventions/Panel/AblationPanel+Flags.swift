internal import SessionSafety

extension AblationPanel {
    /// The methods whose replacement knows nothing of the prompt, from the one that disturbs least on.
    private var reference: AblationKind? {
        [AblationKind.optimal, .meanPerPosition, .mean].first(where: methods.contains)
    }

    /// All flags: first those of whole methods, then by how much is misleading.
    func makeFlags(trainedOnTest: Bool) throws -> [PanelFlag] {
        var flags: [PanelFlag] = []
        if trainedOnTest {
            for method in [AblationKind.mean, .meanPerPosition, .optimal] where methods.contains(method) {
                flags.append(
                    PanelFlag(
                        kind: .inSample, component: "", method: method,
                        description: "in-sample: \(method.rawValue) was made from prompts that it is tested on, "
                            + "so that it looks better than it is; give other prompts as train"))
            }
        }
        if let reference {
            for method in [AblationKind.zero, .zeroFolded, .resample] where methods.contains(method) {
                flags += try spoofing(method, reference)
            }
        }
        if methods.contains(.zero), methods.contains(.zeroFolded) { flags += try basis() }
        return flags
    }

    /// Components of whose effect under `method` the larger half, by its whole interval, is gone under `reference`, and which stand
    /// 20 or more ranks apart.
    private func spoofing(_ method: AblationKind, _ reference: AblationKind) throws -> [PanelFlag] {
        let (own, other) = (try rows(method, .kl), try rows(reference, .kl))
        // The excess over half of the method's own effect: above 0 by the whole interval.
        let excess = zip(own, other).map { zip($0, $1).map { $0 / 2 - $1 } }
        let intervals = try bootstrap.intervals(excess)
        let (means, others) = (own.map(Self.mean), other.map(Self.mean))
        let (ranks, otherRanks) = (Ranks.descending(means), Ranks.descending(others))
        let misleading = places.indices.filter {
            intervals[$0].lowerBound > 0 && abs(ranks[$0] - otherRanks[$0]) >= 20 && means[$0] > Self.smallest
        }
        return try misleading.sorted { means[$0] - others[$0] > means[$1] - others[$1] }.map { index in
            let share = Int(Double(100 * (1 - others[index] / means[index])).rounded(.down))
            return PanelFlag(
                kind: .spoofing, component: components[index], method: method,
                description:
                    "spoofing: \(components[index]) by \(try said(method, index)), rank \(Int(ranks[index])); by "
                    + "\(try said(reference, index)), rank \(Int(otherRanks[index])): \(share) % of what "
                    + "\(method.rawValue) shows is not what the component knew")
        }
    }

    /// Components whose zero is another number before and after layer norm and value biases are folded, by more than both
    /// intervals.
    private func basis() throws -> [PanelFlag] {
        let (raw, folded) = (try rows(.zero, .kl), try rows(.zeroFolded, .kl))
        let differences = zip(raw, folded).map { zip($0, $1).map { $0 - $1 } }
        let intervals = try bootstrap.intervals(differences)
        let own = (try place(.zero), try place(.zeroFolded))
        let means = differences.map(Self.mean)
        let differing = places.indices.filter { index in
            guard let first = self.intervals[.kl]?[own.0][index], let second = self.intervals[.kl]?[own.1][index] else {
                return false
            }
            return !first.overlaps(second) && !intervals[index].contains(0) && abs(means[index]) > Self.smallest
        }
        return try differing.sorted { abs(means[$0]) > abs(means[$1]) }.map { index in
            PanelFlag(
                kind: .basis, component: components[index], method: .zero,
                description: "basis: \(components[index]) by \(try said(.zero, index)) as loaded, "
                    + "and by \(try said(.zeroFolded, index)): what zero means depends on where its constants are kept")
        }
    }

    /// Effects below this are the noise of single precision.
    private static let smallest: Float = 1e-5

    /// `zero KL 0.0123 [0.0101, 0.0144]`
    private func said(_ method: AblationKind, _ index: Int) throws -> String {
        let mean = Self.mean(try rows(method, .kl)[index])
        guard let interval = intervals[.kl]?[try place(method)][index] else { return method.rawValue }
        return "\(method.rawValue) KL \(PanelText.number(mean)) [\(PanelText.number(interval.lowerBound)), "
            + "\(PanelText.number(interval.upperBound))]"
    }
}

/// How a panel's numbers are written.
enum PanelText {
    /// Three digits that count: `0.0123`, `14.3`.
    static func number(_ value: Float) -> String {
        guard value.isFinite else { return "\(value)" }
        guard value != 0 else { return "0" }
        let digits = max(0, min(9, 2 - Int(Double(abs(value)).exponentOfTen)))
        return fixed(Double(value), digits)
    }

    /// A number with so many digits behind the point.
    static func fixed(_ value: Double, _ digits: Int) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return "\(value)" }
        let scale = (0..<digits).reduce(1.0) { factor, _ in factor * 10 }
        let rounded = Int((abs(value) * scale).rounded())
        let sign = value < 0 && rounded != 0 ? "-" : ""
        let whole = "\(rounded / Int(scale))"
        guard digits > 0 else { return sign + whole }
        let rest = "\(rounded % Int(scale))"
        return sign + whole + "." + String(repeating: "0", count: digits - rest.count) + rest
    }
}

extension Double {
    /// The power of ten of the leading digit.
    fileprivate var exponentOfTen: Int {
        var (value, exponent) = (self, 0)
        while value < 1, exponent > -30 { (value, exponent) = (value * 10, exponent - 1) }
        while value >= 10, exponent < 30 { (value, exponent) = (value / 10, exponent + 1) }
        return exponent
    }
}
