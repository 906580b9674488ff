public import Display
public import Interventions
public import Plots
internal import SessionSafety
internal import TensorCore
internal import TextFormats

extension AblationPanel: Displayable {
    /// The components with the largest effects, and what misleads.
    public var mimeBundle: MIMEBundle {
        Fault.raising(returning: MIMEBundle(plain: "")) {
            let by: AblationKind = methods.contains(.counterfactual) ? .counterfactual : methods.first ?? .zero
            let shown = try table(sortedBy: by).mimeBundle
            let lines = warnings.map { "warning: \($0)" } + flags.prefix(10).map(\.description)
            let more = flags.count > 10 ? ["and \(flags.count - 10) more flags"] : []
            let html = (lines + more).map { "<div>\(HTMLText.escaped($0))</div>" }.joined()
            let plain = ([shown.plain] + lines + more).joined(separator: "\n")
            return MIMEBundle(plain: plain).with(.html, (shown.representations[.html] ?? "") + html)
        }
    }

    /// The means and intervals of KL, the largest under one method first.
    ///
    /// ```swift
    /// try panel.table(sortedBy: .zero, top: 30)
    /// ```
    /// - Throws: ``AblationPanelError/notMeasured(_:known:)``.
    public func table(sortedBy method: AblationKind, top: Int = 15) throws -> Table {
        Plots.table(
            try rows(sortedBy: method, top: top), columns: ["component"] + methods.map(\.rawValue),
            title: "KL (nats, 95 % interval) on \(promptCount) prompts, by \(method.rawValue)")
    }

    /// The maps of all methods side by side on one colour scale: layers downwards, heads across.
    ///
    /// ```swift
    /// try panel.heatMaps()
    /// try panel.heatMaps(of: .logitDifference)        // how much the logit difference changes
    /// ```
    /// - Throws: ``AblationPanelError/notMeasured(_:known:)`` of a panel without heads.
    public func heatMaps(of measure: PanelMeasure = .kl) throws -> HeatMap {
        let full = measure == .kl ? 0 : fullLogitDifference
        let maps = try methods.map { (title: $0.rawValue, values: try map($0, of: measure) - full) }
        return Plots.heatMaps(maps, xLabel: "Head", yLabel: "Layer")
    }

    /// One method's map less another's.
    ///
    /// `try panel.differenceMap(.zero, minus: .counterfactual)`
    /// - Throws: ``AblationPanelError/notMeasured(_:known:)``.
    public func differenceMap(
        _ method: AblationKind, minus other: AblationKind, of measure: PanelMeasure = .kl
    ) throws -> HeatMap {
        heatMap(
            try map(method, of: measure) - map(other, of: measure),
            title: "\(method.rawValue) less \(other.rawValue), \(measure.rawValue)", xLabel: "Head", yLabel: "Layer")
    }

    /// One method's KL against another's, a point per component.
    ///
    /// `try panel.scatterPlot(.zero, .counterfactual)`
    /// - Throws: ``AblationPanelError/notMeasured(_:known:)``.
    public func scatterPlot(_ method: AblationKind, _ other: AblationKind) throws -> ScatterPlot {
        let (x, y) = (try prompts(method).mean(dim: 1), try prompts(other).mean(dim: 1))
        return Plots.scatterPlot(
            x: x, y: y, names: components, title: "KL of each component", xLabel: method.rawValue,
            yLabel: other.rawValue, diagonal: true)
    }
}
