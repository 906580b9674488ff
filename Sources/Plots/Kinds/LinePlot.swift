public import Display
internal import SessionSafety

/// One or several lines over the same places, such as layers or positions.
///
/// ```swift
/// linePlot(accumulated, title: "Logit difference after each layer", xLabel: "Layer", yLabel: "Logit difference")
/// ```
/// In a notebook the values at a place show on hover; the arrow keys do the same. Values that aren't numbers are gaps.
public struct LinePlot: Displayable, Sendable {
    /// Places that are counted and named, or that are numbers themselves.
    enum Figure: Sendable {
        case byPlace(SeriesFigure)
        case byNumber(XYFigure)
    }

    let figure: Figure

    init(figure: Figure) { self.figure = figure }

    /// HTML, PNG and text of the picture. The same values always give the same bytes.
    public var mimeBundle: MIMEBundle {
        switch figure {
        case .byPlace(let figure): figure.bundle(kind: "lineplot")
        case .byNumber(let figure): figure.bundle(kind: "lineplot")
        }
    }
}

extension SeriesFigure {
    func bundle(kind: String) -> MIMEBundle {
        Fault.raising(returning: MIMEBundle(plain: "")) {
            let layout = try SeriesLayout(self)
            return try Picture(
                kind: kind, scene: scene(layout), alternative: alternative(), plain: plainText(),
                script: script(layout)
            ).bundle()
        }
    }
}
