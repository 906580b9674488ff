internal import SessionSafety

extension HeatMapFigure {
    /// The figure as plotly's `imshow` draws it: the first row on top, a title at the top left, a colour bar.
    func scene(_ layout: HeatMapLayout) throws -> Scene {
        var scene = Scene(width: layout.width, height: layout.height)
        for placed in layout.panels {
            try draw(placed, layout.scale, layout, on: &scene)
        }
        drawColorBar(layout.colorBar, layout.scale, on: &scene)
        return scene
    }

    private func draw(
        _ placed: HeatMapLayout.Placed, _ scale: DivergingScale, _ layout: HeatMapLayout, on scene: inout Scene
    ) throws {
        try Interruption.check()
        let image = scene.add(
            IndexedImage(
                width: placed.drawn.columns, height: placed.drawn.rows,
                pixels: placed.drawn.values.map { scale.level(of: $0) }, palette: DivergingScale.palette))
        if placed.drawn.rows > 0, placed.drawn.columns > 0 {
            scene.cells(image, rows: 0..<placed.drawn.rows, in: placed.frame)
        }
        scene.frame(placed.frame, .frame)
        drawTitle(placed, on: &scene)
        try drawXTicks(placed, layout, on: &scene)
        drawYTicks(placed, layout, on: &scene)
        if showsValues { drawValues(placed, scale, on: &scene) }
    }

    private func drawTitle(_ placed: HeatMapLayout.Placed, on scene: inout Scene) {
        let isSingle = panels.count < 2
        for (index, line) in placed.titleLines.enumerated() {
            let above = Double(placed.titleLines.count - 1 - index) * HeatMapLayout.lineHeight
            let x = isSingle ? max(14, placed.frame.x - 60) : placed.frame.x
            scene.text(line, at: Point(x, placed.frame.y - 10 - above), HeatMapLayout.titleStyle)
        }
    }

    private func drawXTicks(_ placed: HeatMapLayout.Placed, _ layout: HeatMapLayout, on scene: inout Scene) throws {
        let grid = placed.panel.grid
        let cell = placed.frame.width / Double(max(1, grid.columns))
        let style = TextStyle.tick
        let longest = try style.widest(grid.columns) { xTick($0) }
        let spacing = Ticks.spacing(ofLabels: layout.turnsXTicks ? 13 : longest + 5, cell: cell)
        for column in stride(from: 0, to: grid.columns, by: spacing) {
            let x = placed.frame.x + (Double(column) + 0.5) * cell
            if layout.turnsXTicks {
                scene.text(xTick(column), at: Point(x + 4, placed.frame.bottom + 6), style.anchored(.end).upright())
            } else {
                scene.text(xTick(column), at: Point(x, placed.frame.bottom + 15), style.anchored(.middle))
            }
        }
        let below = placed.frame.bottom + layout.xTickSpace + 16
        let (middle, edge) = (placed.frame.middle.x, panels.count < 2 ? scene.width : placed.frame.right + 20)
        let name = TokenLabel.fitted(xLabel, width: 2 * min(middle - 4, edge - middle - 4), .axis)
        scene.text(name, at: Point(middle, below), .axis)
    }

    private func drawYTicks(_ placed: HeatMapLayout.Placed, _ layout: HeatMapLayout, on scene: inout Scene) {
        let grid = placed.panel.grid
        let cell = placed.frame.height / Double(max(1, grid.rows))
        let spacing = Ticks.spacing(ofLabels: 13, cell: cell)
        for row in stride(from: 0, to: grid.rows, by: spacing) {
            let y = placed.frame.y + (Double(row) + 0.5) * cell + 4
            scene.text(yTick(row), at: Point(placed.frame.x - 6, y), TextStyle.tick.anchored(.end))
        }
        let x = placed.frame.x - layout.yTickSpace - 9
        let name = TokenLabel.fitted(yLabel, width: placed.frame.height + 20, .axis)
        scene.text(name, at: Point(x, placed.frame.middle.y), TextStyle.axis.upright())
    }

    /// The numbers in the cells, where they have room.
    private func drawValues(_ placed: HeatMapLayout.Placed, _ scale: DivergingScale, on scene: inout Scene) {
        let grid = placed.panel.grid
        let cell = (placed.frame.width / Double(max(1, grid.columns)), placed.frame.height / Double(max(1, grid.rows)))
        guard cell.0 >= 26, cell.1 >= 12 else { return }
        for row in 0..<grid.rows {
            for column in 0..<grid.columns {
                let value = grid[row, column]
                let text = NumberText.cell(Double(value))
                let size = min(11, 11 * (cell.0 - 3) / TextStyle(size: 11).width(of: text))
                let color: Color = scale.color(of: value).isDark ? .white : .ink
                let x = placed.frame.x + (Double(column) + 0.5) * cell.0
                let y = placed.frame.y + (Double(row) + 0.5) * cell.1 + 4
                scene.text(text, at: Point(x, y), TextStyle(size: size, anchor: .middle, color: color))
            }
        }
    }

    private func drawColorBar(_ bar: Rectangle, _ scale: DivergingScale, on scene: inout Scene) {
        let low = Int(scale.level(of: Float(scale.range.lowerBound)))
        let high = Int(scale.level(of: Float(scale.range.upperBound)))
        let levels = (min(low, high)...max(low, high)).reversed().map { UInt8($0) }
        let image = scene.add(
            IndexedImage(width: 1, height: levels.count, pixels: levels, palette: DivergingScale.palette))
        scene.cells(image, rows: 0..<levels.count, in: bar)
        scene.frame(bar, .frame)
        let ticks = HeatMapLayout.colorBarTicks(scale, height: bar.height)
        let length = scale.range.upperBound - scale.range.lowerBound
        for (value, label) in zip(ticks.values, ticks.labels) {
            let y = bar.bottom - (value - scale.range.lowerBound) / length * bar.height
            scene.line([Point(bar.right, y), Point(bar.right + 4, y)], .frame)
            scene.text(label, at: Point(bar.right + 7, y + 4), .tick)
        }
    }
}
