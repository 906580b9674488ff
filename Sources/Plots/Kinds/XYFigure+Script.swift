extension XYFigure {
    /// Hover and arrow keys: the nearest mark.
    func script(_ layout: XYLayout) throws -> String {
        var found: [(place: Point, text: String)] = []
        for (index, one) in series.enumerated() {
            for mark in one.points {
                let middle = mark.end.map { (mark.x + $0) / 2 } ?? mark.x
                let place = layout.place(middle, mark.y)
                if place.isFinite { found.append((place, said(of: mark, in: index))) }
            }
        }
        found.sort { $0.place.x < $1.place.x }
        let fields = [
            "\"w\":\(NumberText.coordinate(layout.width.rounded(.up)))",
            "\"h\":\(NumberText.coordinate(layout.height.rounded(.up)))",
            "\"reach\":\(marks == .columns ? 400 : 24)", "\"columns\":\(marks == .columns)",
            "\"px\":[\(found.map { NumberText.coordinate($0.place.x) }.joined(separator: ","))]",
            "\"py\":[\(found.map { NumberText.coordinate($0.place.y) }.joined(separator: ","))]",
            "\"t\":\(try Markup.script(found.map(\.text)))",
        ]
        return "const D={\(fields.joined(separator: ","))};\n" + Script.tooltip + Script.keyboard + Script.marks
    }
}
