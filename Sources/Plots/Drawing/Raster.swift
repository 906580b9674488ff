internal import SessionSafety

/// Pixels being painted, for a PNG.
struct Raster {
    let width: Int
    let height: Int
    private(set) var pixels: [Color]

    init(width: Int, height: Int) {
        (self.width, self.height) = (max(1, width), max(1, height))
        pixels = [Color](repeating: .white, count: self.width * self.height)
    }

    /// Fills the pixels whose middles lie in the rectangle.
    mutating func fill(_ rectangle: Rectangle, _ color: Color) {
        let columns = covered(rectangle.x, rectangle.right, width)
        for y in covered(rectangle.y, rectangle.bottom, height) {
            for x in columns { pixels[y * width + x] = color }
        }
    }

    /// Stretches some rows of an image over a rectangle, taking the nearest pixel.
    mutating func draw(_ image: IndexedImage, rows: Range<Int>, in rectangle: Rectangle) throws {
        guard rectangle.width > 0, rectangle.height > 0, image.width > 0, !rows.isEmpty else { return }
        func source(_ middle: Double, _ start: Double, _ length: Double, _ count: Int) -> Int {
            min(count - 1, max(0, Int((middle - start) / length * Double(count))))
        }
        let columns = covered(rectangle.x, rectangle.right, width)
        let sources = columns.map { source(Double($0) + 0.5, rectangle.x, rectangle.width, image.width) }
        for y in covered(rectangle.y, rectangle.bottom, height) {
            try Interruption.check()
            let row = rows.lowerBound + source(Double(y) + 0.5, rectangle.y, rectangle.height, rows.count)
            for (x, column) in zip(columns, sources) {
                pixels[y * width + x] = image.palette[Int(image.pixels[row * image.width + column])]
            }
        }
    }

    /// Draws straight strokes with round ends as one shape, so that joints are no darker than the rest.
    mutating func stroke(_ segments: [(Point, Point)], radius: Double, _ color: Color) throws {
        let all = segments.flatMap { [$0.0, $0.1] }
        guard let left = all.map(\.x).min(), let right = all.map(\.x).max(),
            let top = all.map(\.y).min(), let bottom = all.map(\.y).max()
        else { return }
        let reach = radius + 1
        var mask = Mask(
            columns: covered(left - reach, right + reach, width), rows: covered(top - reach, bottom + reach, height))
        for (place, segment) in segments.enumerated() {
            if place & 255 == 255 { try Interruption.check() }
            mask.add(segment.0, segment.1, radius: radius)
        }
        for y in mask.rows {
            for x in mask.columns where mask[x, y] > 0 {
                pixels[y * width + x] = pixels[y * width + x].mixed(with: color, mask[x, y])
            }
        }
    }

    private func covered(_ start: Double, _ end: Double, _ count: Int) -> Range<Int> {
        let first = min(count, max(0, Int((start - 0.5).rounded(.up))))
        return first..<max(first, min(count, Int((end - 0.5).rounded(.up))))
    }
}

/// How much of each pixel a shape covers, 0 to 1.
private struct Mask {
    let columns: Range<Int>
    let rows: Range<Int>
    private var coverage: [Double]

    init(columns: Range<Int>, rows: Range<Int>) {
        (self.columns, self.rows) = (columns, rows)
        coverage = [Double](repeating: 0, count: columns.count * rows.count)
    }

    subscript(x: Int, y: Int) -> Double { coverage[(y - rows.lowerBound) * columns.count + x - columns.lowerBound] }

    mutating func add(_ start: Point, _ end: Point, radius: Double) {
        let reach = radius + 1
        let touchedRows = Int(min(start.y, end.y) - reach)..<Int(max(start.y, end.y) + reach) + 1
        let touchedColumns = Int(min(start.x, end.x) - reach)..<Int(max(start.x, end.x) + reach) + 1
        for y in touchedRows.clamped(to: rows) {
            for x in touchedColumns.clamped(to: columns) {
                let distance = distance(Point(Double(x) + 0.5, Double(y) + 0.5), start, end)
                // Eighths: smooth to the eye, and few enough colours for a palette.
                let covered = (min(1, max(0, radius + 0.5 - distance)) * 8).rounded() / 8
                let place = (y - rows.lowerBound) * columns.count + x - columns.lowerBound
                coverage[place] = max(coverage[place], covered)
            }
        }
    }

    /// From a point to the nearest one between `start` and `end`.
    private func distance(_ point: Point, _ start: Point, _ end: Point) -> Double {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let length = dx * dx + dy * dy
        let along = length == 0 ? 0 : ((point.x - start.x) * dx + (point.y - start.y) * dy) / length
        let t = min(1, max(0, along))
        let (x, y) = (point.x - start.x - t * dx, point.y - start.y - t * dy)
        return (x * x + y * y).squareRoot()
    }
}
