/// A picture as a list of marks, before it becomes SVG for browsers or pixels for a PNG.
struct Scene: Sendable {
    var width: Double
    var height: Double
    private(set) var marks: [Mark] = []
    private(set) var images: [IndexedImage] = []

    init(width: Double, height: Double) {
        self.width = width.rounded(.up)
        self.height = height.rounded(.up)
    }

    /// Something drawn. Later marks lie on top.
    enum Mark: Sendable {
        case rectangle(Rectangle, fill: Color)
        case line([Point], color: Color, width: Double)
        case dot(Point, radius: Double, color: Color)
        case text(String, at: Point, TextStyle)
        /// Rows of `images[image]`, stretched to a rectangle without smoothing.
        case cells(image: Int, rows: Range<Int>, in: Rectangle)
    }

    mutating func fill(_ rectangle: Rectangle, _ color: Color) {
        guard rectangle.isFinite else { return }
        marks.append(.rectangle(rectangle, fill: color))
    }

    /// A polyline. A point that isn't a number ends the stroke, and the next one starts a new one.
    mutating func line(_ points: [Point], _ color: Color, width: Double = 1) {
        guard points.allSatisfy(\.isFinite) else {
            for piece in points.split(whereSeparator: { !$0.isFinite }) { line(Array(piece), color, width: width) }
            return
        }
        marks.append(.line(points, color: color, width: width))
    }

    mutating func dot(_ point: Point, radius: Double, _ color: Color) {
        guard point.isFinite else { return }
        marks.append(.dot(point, radius: radius, color: color))
    }

    mutating func text(_ string: String, at point: Point, _ style: TextStyle = TextStyle()) {
        if !string.isEmpty, point.isFinite { marks.append(.text(string, at: point, style)) }
    }

    /// The frame of `rectangle`, drawn just outside it.
    mutating func frame(_ rectangle: Rectangle, _ color: Color) {
        let (left, top) = (rectangle.x - 0.5, rectangle.y - 0.5)
        let (right, bottom) = (rectangle.right + 0.5, rectangle.bottom + 0.5)
        line([Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom), Point(left, top)], color)
    }

    /// Keeps an image for ``cells(_:rows:in:)``, so that several marks share its bytes.
    mutating func add(_ image: IndexedImage) -> Int {
        images.append(image)
        return images.count - 1
    }

    mutating func cells(_ image: Int, rows: Range<Int>, in rectangle: Rectangle) {
        marks.append(.cells(image: image, rows: rows, in: rectangle))
    }
}
