internal import SessionSafety

extension SeriesFigure {
    func scene(_ layout: SeriesLayout) throws -> Scene {
        var scene = Scene(width: layout.width, height: layout.height)
        for (index, line) in layout.titleLines.enumerated() {
            scene.text(line, at: Point(14, 26 + Double(index) * 19), .title)
        }
        drawYAxis(layout, on: &scene)
        try drawXAxis(layout, on: &scene)
        for index in series.indices {
            try Interruption.check()
            switch marks {
            case .lines: drawLine(index, layout, on: &scene)
            case .bars: drawBars(index, layout, on: &scene)
            }
            drawIntervals(index, layout, on: &scene)
        }
        scene.line([Point(layout.frame.x, layout.frame.y), Point(layout.frame.x, layout.frame.bottom)], .frame)
        drawLegend(layout, on: &scene)
        return scene
    }

    private func drawYAxis(_ layout: SeriesLayout, on scene: inout Scene) {
        let frame = layout.frame
        for (value, label) in zip(layout.ticks.values, layout.ticks.labels) {
            let y = layout.y(value)
            let color: Color = value == 0 ? .frame : .gridline
            scene.line([Point(frame.x, y), Point(frame.right, y)], color)
            scene.text(label, at: Point(frame.x - 7, y + 4), TextStyle.tick.anchored(.end))
        }
        let x = frame.x - layout.yTickSpace - 9
        let name = TokenLabel.fitted(yLabel, width: frame.height + 12, .axis)
        scene.text(name, at: Point(x, frame.middle.y), TextStyle.axis.upright())
    }

    private func drawXAxis(_ layout: SeriesLayout, on scene: inout Scene) throws {
        let frame = layout.frame
        let style = TextStyle.tick
        scene.line([Point(frame.x, frame.bottom), Point(frame.right, frame.bottom)], .frame)
        let longest = try style.widest(places) { xTick($0) }
        let spacing = Ticks.spacing(ofLabels: layout.turnsXTicks ? 13 : longest + 8, cell: layout.step)
        for place in stride(from: 0, to: places, by: spacing) {
            let x = layout.x(place)
            scene.line([Point(x, frame.bottom), Point(x, frame.bottom + 4)], .frame)
            if layout.turnsXTicks {
                scene.text(xTick(place), at: Point(x + 4, frame.bottom + 8), style.anchored(.end).upright())
            } else {
                scene.text(xTick(place), at: Point(x, frame.bottom + 17), style.anchored(.middle))
            }
        }
        let name = TokenLabel.fitted(xLabel, width: frame.width, .axis)
        scene.text(name, at: Point(frame.middle.x, frame.bottom + layout.xTickSpace + 18), .axis)
    }

    private func drawLine(_ index: Int, _ layout: SeriesLayout, on scene: inout Scene) {
        let points = series[index].enumerated().map { Point(layout.x($0), layout.y($1)) }
        scene.line(points, color(index), width: 2)
        guard places <= 60 else { return }
        for point in points { scene.dot(point, radius: 3, color(index)) }
    }

    /// Bars of several series stand side by side.
    private func drawBars(_ index: Int, _ layout: SeriesLayout, on scene: inout Scene) {
        let group = layout.step * 0.8
        let width = group / Double(max(1, series.count))
        let zero = layout.y(0)
        for (place, value) in series[index].enumerated() where value.isFinite {
            let x = layout.x(place) - group / 2 + Double(index) * width
            let y = layout.y(value)
            scene.fill(Rectangle(x, min(y, zero), width, abs(y - zero)), color(index))
        }
    }

    /// A stroke from the low to the high end, with a bar across each.
    private func drawIntervals(_ index: Int, _ layout: SeriesLayout, on scene: inout Scene) {
        guard let intervals else { return }
        let cap = min(5, layout.step * 0.3 / Double(max(1, series.count)))
        let color: Color = marks == .bars ? .ink : color(index)
        for place in series[index].indices {
            let (low, high) = intervals.at(index, place)
            let (x, bottom, top) = (middle(of: place, index, layout), layout.y(low), layout.y(high))
            // On a bar the stroke is seen by its white edge.
            for (color, width) in (marks == .bars ? [(.white, 4.0)] : []) + [(color, 1.5)] {
                scene.line([Point(x, bottom), Point(x, top)], color, width: width)
                for y in [bottom, top] { scene.line([Point(x - cap, y), Point(x + cap, y)], color, width: width) }
            }
        }
    }

    /// The horizontal middle of a series' mark at a place.
    private func middle(of place: Int, _ index: Int, _ layout: SeriesLayout) -> Double {
        guard marks == .bars else { return layout.x(place) }
        let group = layout.step * 0.8
        return layout.x(place) - group / 2 + (Double(index) + 0.5) * group / Double(max(1, series.count))
    }

    private func drawLegend(_ layout: SeriesLayout, on scene: inout Scene) {
        guard layout.legendWidth > 0 else { return }
        for index in series.indices where index < Self.mostInLegend {
            let y = layout.frame.y + 10 + Double(index) * 18
            let x = layout.frame.right + 16
            scene.line([Point(x, y - 4), Point(x + 16, y - 4)], color(index), width: marks == .bars ? 9 : 2)
            scene.text(legend(index), at: Point(x + 23, y), .tick)
        }
    }
}
