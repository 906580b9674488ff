extension AttentionFigure {
    /// The still picture: every head small, the first one large with its tokens.
    func scene(_ scale: AttentionScale) throws -> Scene {
        let strip = ThumbnailStrip(heads: heads)
        let labels = (0..<sources).map { label($0) }
        let widest = (labels.map { TextStyle.tick.width(of: $0) }.max() ?? 0) + 8
        let top = (title.isEmpty ? 10 : 40) + strip.height + 26
        let cell = cellSize
        let (width, height) = (cell * Double(sources), cell * Double(destinations))
        let matrix = Rectangle(30 + widest, top, width, height)
        let titleWidth = TextStyle.title.width(of: title) + 28
        var scene = Scene(
            width: max(matrix.right + 16, strip.width + 28, titleWidth, 260), height: matrix.bottom + widest + 34)
        let image = try scene.add(image(scale))
        scene.text(title, at: Point(14, 26), .title)
        drawThumbnails(strip, image, top: title.isEmpty ? 10 : 40, on: &scene)
        if heads > 0, destinations > 0 { scene.cells(image, rows: 0..<destinations, in: matrix) }
        scene.frame(matrix, .frame)
        if let name = headNames.first { scene.text(name, at: Point(matrix.x, matrix.y - 8), TextStyle(size: 13)) }
        drawLabels(labels, matrix, cell, on: &scene)
        scene.text("Source token", at: Point(matrix.middle.x, matrix.bottom + widest + 20), .axis)
        scene.text("Destination token", at: Point(18, matrix.middle.y), TextStyle.axis.upright())
        return scene
    }

    /// Whole pixels per cell where possible: 1 for 400 tokens, at most 34.
    private var cellSize: Double {
        let largest = Double(max(sources, destinations, 1))
        let cell = min(34, 460 / largest)
        return cell >= 1 ? cell.rounded(.down) : cell
    }

    private func drawThumbnails(_ strip: ThumbnailStrip, _ image: Int, top: Double, on scene: inout Scene) {
        guard heads > 1, destinations > 0 else { return }
        for (head, name) in headNames.enumerated() {
            let frame = strip.frame(head, top: top)
            scene.cells(image, rows: head * destinations..<(head + 1) * destinations, in: frame)
            scene.frame(frame, .frame)
            let style = TextStyle(size: 10, anchor: .middle)
            let most = max(3, Int(strip.side / style.size / 0.54))
            let shown = name.count <= most ? name : String(name.prefix(most - 1)) + "…"
            scene.text(shown, at: Point(frame.middle.x, frame.bottom + 12), style)
        }
    }

    private func drawLabels(_ labels: [String], _ matrix: Rectangle, _ cell: Double, on scene: inout Scene) {
        let spacing = Ticks.spacing(ofLabels: 12.5, cell: cell)
        for source in stride(from: 0, to: sources, by: spacing) {
            let x = matrix.x + (Double(source) + 0.5) * cell + 4
            scene.text(labels[source], at: Point(x, matrix.bottom + 6), TextStyle.tick.anchored(.end).upright())
        }
        for destination in stride(from: 0, to: destinations, by: spacing) {
            let y = matrix.y + (Double(destination) + 0.5) * cell + 4
            let label = labels[destination + offset]
            scene.text(label, at: Point(matrix.x - 6, y), TextStyle.tick.anchored(.end))
        }
    }
}

/// Where the small pictures of the heads lie.
private struct ThumbnailStrip {
    let heads: Int
    let side: Double
    private let perRow: Int
    private static let gap = 8.0

    init(heads: Int) {
        self.heads = heads
        perRow = max(1, min(heads, 12))
        side = heads > 24 ? 50 : min(84, (760 - Double(perRow) * Self.gap) / Double(perRow)).rounded(.down)
    }

    var width: Double { heads > 1 ? Double(perRow) * (side + Self.gap) : 0 }
    var height: Double { heads > 1 ? Double((heads + perRow - 1) / perRow) * (side + 22) + 6 : 0 }

    func frame(_ head: Int, top: Double) -> Rectangle {
        Rectangle(
            14 + Double(head % perRow) * (side + Self.gap), top + Double(head / perRow) * (side + 22), side, side)
    }
}
