public import Display

/// Bars from zero, side by side for several series.
///
/// ```swift
/// barChart(perHead, title: "Direct effect", xLabel: "Head", xTicks: names)
/// ```
/// In a notebook the values at a place show on hover; the arrow keys do the same.
public struct BarChart: Displayable, Sendable {
    let figure: SeriesFigure

    init(figure: SeriesFigure) { self.figure = figure }

    /// HTML, PNG and text of the picture. The same values always give the same bytes.
    public var mimeBundle: MIMEBundle { figure.bundle(kind: "barchart") }
}
