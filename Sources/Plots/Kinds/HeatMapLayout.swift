/// Where the parts of a heat-map figure lie.
struct HeatMapLayout: Sendable {
    struct Placed: Sendable {
        var panel: HeatMapFigure.Panel
        /// What is drawn: the panel's grid, or blocks of it when it is large.
        var drawn: Grid
        var rowBlock: Int
        var columnBlock: Int
        var frame: Rectangle
        var titleLines: [String]
    }

    let scale: DivergingScale
    var width = 0.0
    var height = 0.0
    var panels: [Placed] = []
    var colorBar: Rectangle
    var turnsXTicks: Bool
    var xTickSpace: Double
    var yTickSpace: Double

    static let titleStyle = TextStyle.title
    static let lineHeight = 19.0

    init(_ figure: HeatMapFigure) throws {
        let isSingle = figure.panels.count < 2
        scale = try figure.scale()
        let cells = try figure.panels.map { try Self.cellSize(of: $0.grid, figure, isSingle: isSingle) }
        let cell = (width: cells.map(\.width).min() ?? 28, height: cells.map(\.height).min() ?? 28)
        xTickSpace = 0
        yTickSpace = 0
        colorBar = Rectangle(0, 0, 0, 0)
        turnsXTicks = false
        try measureTicks(figure, cellWidth: cells.first?.width ?? cell.width)
        let left = 14 + yTickSpace + (figure.yLabel.isEmpty ? 0 : 20)
        let below = xTickSpace + (figure.xLabel.isEmpty ? 8 : 28)
        var (x, top, rowBottom) = (left, 14.0, 0.0)
        for (index, panel) in figure.panels.enumerated() {
            let (drawn, rowBlock, columnBlock) = try panel.grid.pooled(
                limit: HeatMapFigure.largestSide, midpoint: figure.midpoint)
            let size = (
                width: cells[index].width * Double(panel.grid.columns),
                height: cells[index].height * Double(panel.grid.rows)
            )
            if x > left, x + size.width > 960 { (x, top) = (left, rowBottom + 10) }
            let room = isSingle ? max(size.width + 70, 520) : max(size.width, 120)
            let lines = TokenLabel.wrapped(panel.title, width: room, Self.titleStyle)
            let titles =
                Double(rowTitleLines(figure, room: room, isSingle: isSingle, own: lines.count)) * Self.lineHeight
            let frame = Rectangle(x, top + titles + 6, size.width, size.height)
            panels.append(
                Placed(
                    panel: panel, drawn: drawn, rowBlock: rowBlock, columnBlock: columnBlock, frame: frame,
                    titleLines: lines))
            x = frame.x + max(size.width, isSingle ? 0 : 120) + 22 + left
            rowBottom = max(rowBottom, frame.bottom + below)
            let titleWidth = lines.map { Self.titleStyle.width(of: $0) }.max() ?? 0
            width = max(width, frame.right, frame.x + (isSingle ? titleWidth - 76 : 0))
        }
        placeColorBar(figure)
        height = max(rowBottom, colorBar.bottom + 14) + 6
    }

    /// Panels of one row begin at the same height, whatever their titles.
    private func rowTitleLines(_ figure: HeatMapFigure, room: Double, isSingle: Bool, own: Int) -> Int {
        isSingle
            ? own : figure.panels.map { TokenLabel.wrapped($0.title, width: room, Self.titleStyle).count }.max() ?? 0
    }

    private mutating func measureTicks(_ figure: HeatMapFigure, cellWidth: Double) throws {
        let columns = figure.panels.map(\.grid.columns).max() ?? 0
        let rows = figure.panels.map(\.grid.rows).max() ?? 0
        let style = TextStyle.tick
        let widest = try style.widest(columns) { figure.xTick($0) }
        turnsXTicks = figure.xTicks != nil && widest + 4 > cellWidth
        xTickSpace = turnsXTicks ? widest + 8 : 18
        yTickSpace = try style.widest(rows) { figure.yTick($0) } + 6
    }

    private mutating func placeColorBar(_ figure: HeatMapFigure) {
        let top = panels.first?.frame.y ?? 14
        let bottom = panels.first?.frame.bottom ?? 114
        let right = panels.map(\.frame.right).max() ?? 14
        colorBar = Rectangle(right + 18, top, 14, max(90, bottom - top))
        let labels = Self.colorBarTicks(scale, height: colorBar.height).labels
        let widest = labels.map { TextStyle.tick.width(of: $0) }.max() ?? 0
        width = max(width + 8, colorBar.right + 8 + widest + 8)
    }

    static func colorBarTicks(_ scale: DivergingScale, height: Double) -> Ticks {
        Ticks(in: scale.range, about: max(2, min(6, Int(height / 40))))
    }

    /// Square cells, unless that makes the map thinner than a finger or leaves its columns' names no room.
    private static func cellSize(
        of grid: Grid, _ figure: HeatMapFigure, isSingle: Bool
    ) throws -> (width: Double, height: Double) {
        let isSmall = max(grid.rows, grid.columns) <= 6
        let largest = figure.showsValues || isSmall ? 42.0 : isSingle ? 28 : 20
        let room = isSingle ? Point(figure.showsValues ? 820 : 640, 520) : Point(300, 300)
        let (columns, rows) = (Double(max(1, grid.columns)), Double(max(1, grid.rows)))
        func whole(_ size: Double) -> Double { size >= 2 ? size.rounded(.down) : size }
        let wide = whole(min(largest, room.x / columns))
        let high = whole(min(largest, room.y / rows))
        let square = min(wide, high)
        let (forNames, forRowNames) = (try lengthOfColumnName(grid, figure), TextStyle.tick.size + 2)
        // As wide as high in all, so that the cells of a long map are not narrower than they need be.
        let widened = square < forNames ? min(wide, max(forNames, square * rows / columns)) : square
        let heightened = square < forRowNames ? min(high, forRowNames) : square
        let (isFlat, isNarrow) = (heightened * rows < 60, widened * columns < 60)
        return (
            isNarrow ? max(widened, min(wide, 60 / columns)) : widened,
            isFlat ? max(heightened, min(high, 60 / rows)) : heightened
        )
    }

    /// How much of the axis a column's name wants: names that are given can be turned, indices are short.
    private static func lengthOfColumnName(_ grid: Grid, _ figure: HeatMapFigure) throws -> Double {
        let widest = try TextStyle.tick.widest(grid.columns) { figure.xTick($0) } + 5
        return figure.xTicks == nil ? widest : min(widest, 14)
    }
}
