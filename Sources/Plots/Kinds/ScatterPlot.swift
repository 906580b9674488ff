public import Display
internal import SessionSafety

/// Points by two numbers each, such as one ablation's effect against another's.
///
/// ```swift
/// scatterPlot(x: zero, y: resample, names: model.allHeadLabels, xLabel: "zero", yLabel: "resample", diagonal: true)
/// ```
/// In a notebook a point's name and numbers show on hover; the arrow keys do the same, from left to right.
public struct ScatterPlot: Displayable, Sendable {
    let figure: XYFigure

    init(figure: XYFigure) { self.figure = figure }

    /// HTML, PNG and text of the picture. The same values always give the same bytes.
    public var mimeBundle: MIMEBundle { figure.bundle(kind: "scatterplot") }
}

extension XYFigure {
    func bundle(kind: String) -> MIMEBundle {
        Fault.raising(returning: MIMEBundle(plain: "")) {
            let layout = try XYLayout(self)
            return try Picture(
                kind: kind, scene: scene(layout), alternative: alternative(), plain: plainText(), script: script(layout)
            ).bundle()
        }
    }
}
