/// A point of a scene: x to the right, y downward, in CSS pixels.
struct Point: Sendable, Equatable {
    var x: Double
    var y: Double

    init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }

    var isFinite: Bool { x.isFinite && y.isFinite }
}

/// An axis-parallel rectangle of a scene.
struct Rectangle: Sendable, Equatable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
        (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }

    var isFinite: Bool { (x + y + width + height).isFinite }
    var right: Double { x + width }
    var bottom: Double { y + height }
    var middle: Point { Point(x + width / 2, y + height / 2) }
}
