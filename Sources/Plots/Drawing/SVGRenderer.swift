internal import SessionSafety

/// Turns a scene into an SVG document for a browser.
enum SVGRenderer {
    static func render(_ scene: Scene) throws -> String {
        let size = "width='\(number(scene.width))' height='\(number(scene.height))'"
        let box = "viewBox='0 0 \(number(scene.width)) \(number(scene.height))'"
        var svg = "<svg xmlns='http://www.w3.org/2000/svg' \(size) \(box) "
        svg += "font-family='Open Sans,Helvetica,Arial,sans-serif'>"
        svg += try definitions(scene.images) + "<rect width='100%' height='100%' fill='#ffffff'/>"
        for mark in scene.marks {
            try Interruption.check()
            svg += element(mark, scene.images)
        }
        return svg + "</svg>"
    }

    /// Each image once, whatever number of marks show parts of it.
    private static func definitions(_ images: [IndexedImage]) throws -> String {
        try images.enumerated().map { index, image in
            let file = try Base64.encode(PNGEncoder.encode(image))
            return "<defs><image id='i\(index)' width='\(image.width)' height='\(image.height)' "
                + "preserveAspectRatio='none' style='image-rendering:pixelated' "
                + "href='data:image/png;base64,\(file)'/></defs>"
        }.joined()
    }

    private static func element(_ mark: Scene.Mark, _ images: [IndexedImage]) -> String {
        switch mark {
        case .rectangle(let frame, let fill): "<rect \(attributes(frame)) fill='\(fill.hex)'/>"
        case .line(let points, let color, let width): polyline(points, color, width)
        case .dot(let point, let radius, let color):
            "<circle cx='\(number(point.x))' cy='\(number(point.y))' r='\(number(radius))' fill='\(color.hex)'/>"
        case .text(let string, let point, let style): text(string, point, style)
        case .cells(let image, let rows, let frame):
            "<svg \(attributes(frame)) viewBox='0 \(rows.lowerBound) \(images[image].width) \(rows.count)' "
                + "preserveAspectRatio='none'><use href='#i\(image)'/></svg>"
        }
    }

    private static func polyline(_ points: [Point], _ color: Color, _ width: Double) -> String {
        let path = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
        let stroke = "stroke='\(color.hex)' stroke-width='\(number(width))' stroke-linejoin='round'"
        return "<polyline points='\(path)' fill='none' \(stroke)/>"
    }

    private static func text(_ string: String, _ point: Point, _ style: TextStyle) -> String {
        let place =
            style.isUpright
            ? "transform='translate(\(number(point.x)) \(number(point.y))) rotate(-90)'"
            : "x='\(number(point.x))' y='\(number(point.y))'"
        let anchor = style.anchor == .start ? "" : " text-anchor='\(style.anchor.rawValue)'"
        let weight = style.isBold ? " font-weight='bold'" : ""
        let look = "font-size='\(number(style.size))' fill='\(style.color.hex)'"
        return "<text \(place) \(look)\(anchor)\(weight)>\(Markup.escape(string))</text>"
    }

    private static func attributes(_ frame: Rectangle) -> String {
        "x='\(number(frame.x))' y='\(number(frame.y))' width='\(number(frame.width))' height='\(number(frame.height))'"
    }

    private static func number(_ value: Double) -> String { NumberText.coordinate(value) }
}
