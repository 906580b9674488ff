extension Raster {
    /// The pixels with a palette. Of more than 256 colours the most frequent stay as they are; the rest, which are the
    /// soft edges of letters and lines, take the nearest of those.
    func indexed() throws -> IndexedImage {
        let colors = try colorsByFrequency()
        let palette = Array(colors.prefix(256))
        var places = Dictionary(uniqueKeysWithValues: palette.enumerated().map { ($1, UInt8($0)) })
        for color in colors.dropFirst(256) { places[color] = Self.nearest(to: color, in: palette) }
        var indices: [UInt8] = []
        indices.reserveCapacity(pixels.count)
        try forEachRun { color, count in indices.append(contentsOf: repeatElement(places[color] ?? 0, count: count)) }
        return IndexedImage(width: width, height: height, pixels: indices, palette: palette)
    }

    /// Gives `body` each stretch of equal pixels; in pictures of flat colours they are long.
    private func forEachRun(_ body: (_ color: Color, _ count: Int) -> Void) throws {
        guard var color = pixels.first else { return }
        var count = 0
        try Blocks.forEach(0..<pixels.count) { block in
            for pixel in pixels[block] {
                if pixel == color {
                    count += 1
                } else {
                    body(color, count)
                    (color, count) = (pixel, 1)
                }
            }
        }
        body(color, count)
    }

    /// Each colour once, the most frequent first; equally frequent ones in the order of their first pixel.
    private func colorsByFrequency() throws -> [Color] {
        var places: [Color: Int] = [:]
        var colors: [(color: Color, count: Int)] = []
        try forEachRun { color, count in
            if let place = places[color] {
                colors[place].count += count
            } else {
                places[color] = colors.count
                colors.append((color, count))
            }
        }
        let order = colors.indices.sorted { (-colors[$0].count, $0) < (-colors[$1].count, $1) }
        return order.map { colors[$0].color }
    }

    private static func nearest(to color: Color, in palette: [Color]) -> UInt8 {
        let distances = palette.map { $0.distance(to: color) }
        return UInt8(distances.indices.min { distances[$0] < distances[$1] } ?? 0)
    }
}

extension Color {
    fileprivate func distance(to other: Color) -> Int {
        let (r, g, b) = (Int(red) - Int(other.red), Int(green) - Int(other.green), Int(blue) - Int(other.blue))
        return r * r + g * g + b * b
    }
}
