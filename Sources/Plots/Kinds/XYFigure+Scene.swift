internal import SessionSafety

extension XYFigure {
    func scene(_ layout: XYLayout) throws -> Scene {
        var scene = Scene(width: layout.width, height: layout.height)
        for (index, line) in layout.titleLines.enumerated() {
            scene.text(line, at: Point(14, 26 + Double(index) * 19), .title)
        }
        drawAxes(layout, on: &scene)
        if hasDiagonal {
            let (low, high) = (layout.x.range.lowerBound, layout.x.range.upperBound)
            scene.line([layout.place(low, low), layout.place(high, high)], .frame, width: 1.5)
        }
        for index in series.indices {
            try Interruption.check()
            draw(index, layout, on: &scene)
        }
        drawLegend(layout, on: &scene)
        drawColorBar(layout, on: &scene)
        return scene
    }

    private func drawAxes(_ layout: XYLayout, on scene: inout Scene) {
        let frame = layout.frame
        for (value, label) in zip(layout.y.ticks.values, layout.y.ticks.labels) {
            let y = layout.place(layout.x.range.lowerBound, value).y
            scene.line([Point(frame.x, y), Point(frame.right, y)], value == 0 ? .frame : .gridline)
            scene.text(label, at: Point(frame.x - 7, y + 4), TextStyle.tick.anchored(.end))
        }
        var free = -Double.infinity
        for (value, label) in zip(layout.x.ticks.values, layout.x.ticks.labels) {
            let x = layout.place(value, layout.y.range.lowerBound).x
            scene.line([Point(x, frame.y), Point(x, frame.bottom + 4)], value == 0 ? .frame : .gridline)
            let half = TextStyle.tick.width(of: label) / 2
            guard x - half > free else { continue }
            free = x + half + 6
            scene.text(label, at: Point(x, frame.bottom + 17), TextStyle.tick.anchored(.middle))
        }
        scene.frame(frame, .frame)
        let name = TokenLabel.fitted(xLabel, width: frame.width, .axis)
        scene.text(name, at: Point(frame.middle.x, frame.bottom + 36), .axis)
        let side = TokenLabel.fitted(yLabel, width: frame.height + 12, .axis)
        scene.text(side, at: Point(frame.x - layout.yTickSpace - 9, frame.middle.y), TextStyle.axis.upright())
    }

    private func draw(_ index: Int, _ layout: XYLayout, on scene: inout Scene) {
        let points = series[index].points
        switch marks {
        case .columns: for mark in points { drawColumn(mark, index, layout, on: &scene) }
        case .lines:
            let places = points.map { layout.place($0.x, $0.y) }
            scene.line(places, color(of: Mark(x: 0, y: 0), in: index), width: 2)
            guard points.count <= 60 else { return }
            for place in places { scene.dot(place, radius: 3, color(of: Mark(x: 0, y: 0), in: index)) }
        case .points:
            for mark in points {
                let place = layout.place(mark.x, mark.y)
                // The ring lets a light colour be seen on white, and points apart that lie on one another.
                scene.dot(place, radius: 4.6, .white)
                if colors != nil { scene.dot(place, radius: 4.2, .frame) }
                scene.dot(place, radius: 3.7, color(of: mark, in: index))
            }
        }
    }

    private func drawColumn(_ mark: Mark, _ index: Int, _ layout: XYLayout, on scene: inout Scene) {
        let (from, to) = (
            layout.place(mark.x, mark.y), layout.place(mark.end ?? mark.x, max(0, layout.y.range.lowerBound))
        )
        // Several series stand side by side in their stretch.
        let width = max(0.5, (to.x - from.x - 1) / Double(max(1, series.count)))
        scene.fill(
            Rectangle(from.x + 0.5 + Double(index) * width, from.y, width, max(0, to.y - from.y)),
            color(of: mark, in: index))
    }

    private func drawLegend(_ layout: XYLayout, on scene: inout Scene) {
        guard layout.hasLegend else { return }
        for index in series.indices where index < SeriesFigure.mostInLegend {
            let (x, y) = (layout.frame.right + 16, layout.frame.y + 10 + Double(index) * 18)
            let color = Color.series[index % Color.series.count]
            if marks == .lines {
                scene.line([Point(x, y - 4), Point(x + 16, y - 4)], color, width: 2)
            } else {
                scene.dot(Point(x + 8, y - 4), radius: 4, color)
            }
            scene.text(legend(index), at: Point(x + 23, y), .tick)
        }
    }

    private func drawColorBar(_ layout: XYLayout, on scene: inout Scene) {
        guard let colors, let bar = layout.colorBar else { return }
        let levels = (0..<256).reversed().map { UInt8($0) }
        let image = scene.add(IndexedImage(width: 1, height: 256, pixels: levels, palette: colors.palette))
        scene.cells(image, rows: 0..<256, in: bar)
        scene.frame(bar, .frame)
        for (value, label) in zip(layout.colorTicks.values, layout.colorTicks.labels) {
            let fraction = (value - colors.range.lowerBound) / (colors.range.upperBound - colors.range.lowerBound)
            let y = bar.bottom - fraction * bar.height
            scene.line([Point(bar.right, y), Point(bar.right + 4, y)], .frame)
            scene.text(label, at: Point(bar.right + 7, y + 4), .tick)
        }
    }
}
