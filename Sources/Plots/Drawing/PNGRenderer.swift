internal import SessionSafety

/// Paints a scene for a PNG, at twice its size so that it is sharp on dense screens and in print.
enum PNGRenderer {
    static let scale = 2.0

    static func render(_ scene: Scene) throws -> [UInt8] {
        var raster = Raster(width: Int(scene.width * scale), height: Int(scene.height * scale))
        for mark in scene.marks { try draw(mark, scene.images, on: &raster) }
        return try PNGEncoder.encode(raster.indexed())
    }

    private static func draw(_ mark: Scene.Mark, _ images: [IndexedImage], on raster: inout Raster) throws {
        try Interruption.check()
        switch mark {
        case .rectangle(let frame, let fill): raster.fill(scaled(frame), fill)
        case .line(let points, let color, let width): try line(points, color, width, on: &raster)
        case .dot(let point, let radius, let color):
            try raster.stroke([(scaled(point), scaled(point))], radius: radius * scale, color)
        case .text(let string, let point, let style): try text(string, point, style, on: &raster)
        case .cells(let image, let rows, let frame): try raster.draw(images[image], rows: rows, in: scaled(frame))
        }
    }

    private static func line(_ points: [Point], _ color: Color, _ width: Double, on raster: inout Raster) throws {
        let corners = points.map { scaled($0) }
        try raster.stroke(Array(zip(corners, corners.dropFirst())), radius: width * scale / 2 - 0.25, color)
    }

    private static func text(_ string: String, _ point: Point, _ style: TextStyle, on raster: inout Raster) throws {
        let unit = style.size * scale / StrokeFont.unitsPerSize
        let origin = scaled(point)
        let total = StrokeFont.width(of: string) * unit
        var along = style.anchor == .start ? 0 : style.anchor == .middle ? -total / 2 : -total
        for glyph in StrokeFont.glyphs(of: string) {
            let place = { (dot: Point) in
                let (x, y) = (along + dot.x * unit, dot.y * unit)
                return style.isUpright ? Point(origin.x + y, origin.y - x) : Point(origin.x + x, origin.y + y)
            }
            let segments = glyph.strokes.map { (place($0.from), place($0.to)) }
            try raster.stroke(segments, radius: unit * (style.isBold ? 0.55 : 0.4), style.color)
            along += glyph.advance * unit
        }
    }

    private static func scaled(_ point: Point) -> Point { Point(point.x * scale, point.y * scale) }

    private static func scaled(_ frame: Rectangle) -> Rectangle {
        Rectangle(frame.x * scale, frame.y * scale, frame.width * scale, frame.height * scale)
    }
}
