public import Display
internal import SessionSafety

/// One or several matrices as coloured cells on one colour scale: red below the midpoint, blue above it.
///
/// ```swift
/// heatMap(patchedHeads, title: "Logit Difference From Patched Head Output", xLabel: "Head", yLabel: "Layer")
/// ```
/// In a notebook a cell's place and value show on hover; the arrow keys do the same.
public struct HeatMap: Displayable, Sendable {
    let figure: HeatMapFigure

    init(figure: HeatMapFigure) { self.figure = figure }

    /// HTML, PNG and text of the picture. The same values always give the same bytes.
    public var mimeBundle: MIMEBundle {
        Fault.raising(returning: MIMEBundle(plain: "")) {
            let layout = try HeatMapLayout(figure)
            return try Picture(
                kind: "heatmap", scene: figure.scene(layout), alternative: figure.alternative(),
                plain: figure.plainText(), script: figure.script(layout)
            ).bundle()
        }
    }
}
