internal import TextFormats
internal import Plots

/// Compares things that were shown, by the representation that says most about the data.
struct ShownComparison {
    let tolerance: Tolerance
    private let text: TextComparison
    /// How far a channel of a pixel may lie off where there is nothing better than pixels.
    private static let pixelTolerance = 8

    init(_ tolerance: Tolerance) {
        self.tolerance = tolerance
        text = TextComparison(tolerance: tolerance)
    }

    /// - Parameters:
    ///   - stored: representations by MIME type, texts whole.
    ///   - place: what the output is called.
    func differences(_ stored: JSONObject, _ fresh: JSONObject, at place: String) throws -> [Difference] {
        let common = stored.names.filter { fresh[$0] != nil }
        guard !common.isEmpty || stored.isEmpty && fresh.isEmpty else {
            return [Difference(place, stored.names.joined(separator: ", "), fresh.names.joined(separator: ", "))]
        }
        func both(_ type: String) -> (String, String)? {
            guard let old = stored[type]?.string, let new = fresh[type]?.string else { return nil }
            return (old, new)
        }
        let plain = both("text/plain")
        if let html = both("text/html"), let old = PictureData(html: html.0), let new = PictureData(html: html.1) {
            return try PictureComparison(tolerance).differences(old, new, plain, at: place)
        }
        var differences = try richDifferences(common, both, stored, fresh, at: place)
        // The text of what is shown otherwise too is only looked at where nothing else was found.
        if differences.isEmpty, let plain { differences = try text.differences(plain.0, plain.1, at: "\(place), text") }
        return differences
    }

    private func richDifferences(
        _ common: [String], _ both: (String) -> (String, String)?, _ stored: JSONObject, _ fresh: JSONObject,
        at place: String
    ) throws -> [Difference] {
        let json = common.filter { $0 == "application/json" || $0.hasSuffix("+json") }
        if !json.isEmpty {
            return try json.flatMap { type in
                try JSONComparison(text: text).differences(
                    stored[type] ?? .null, fresh[type] ?? .null, at: "\(place), \(type)")
            }
        }
        if let html = both("text/html") { return try htmlDifferences(html.0, html.1, at: place) }
        if let svg = both("image/svg+xml") { return try text.differences(svg.0, svg.1, at: "\(place), drawing") }
        if let png = both("image/png") { return pixelDifferences(png.0, png.1, at: place) }
        return try common.filter { $0 != "text/plain" }.flatMap { type -> [Difference] in
            guard let (old, new) = both(type) else { return [] }
            if type.hasPrefix("text/") { return try text.differences(old, new, at: "\(place), \(type)") }
            return old == new ? [] : [Difference("\(place), \(type)", "\(old.utf8.count) bytes", "others")]
        }
    }

    // MARK: Tables

    private func htmlDifferences(_ stored: String, _ fresh: String, at place: String) throws -> [Difference] {
        let (old, new) = (HTMLTables(stored), HTMLTables(fresh))
        guard !old.tables.isEmpty, old.tables.count == new.tables.count else {
            return try text.differences(stored, fresh, at: "\(place), page")
        }
        var differences = try text.differences(old.around, new.around, at: "\(place), words around the table")
        for (number, pair) in zip(old.tables, new.tables).enumerated() {
            let name = old.tables.count == 1 ? "\(place), table" : "\(place), table \(number + 1)"
            differences += try tableDifferences(pair.0, pair.1, at: name)
        }
        return differences
    }

    private func tableDifferences(_ stored: [[String]], _ fresh: [[String]], at place: String) throws -> [Difference] {
        guard stored.map(\.count) == fresh.map(\.count) else {
            func size(_ table: [[String]]) -> String { "\(table.count) rows × \(table.first?.count ?? 0) columns" }
            return [Difference(place, size(stored), size(fresh))]
        }
        var differences: [Difference] = []
        for (row, cells) in zip(stored, fresh).enumerated() where cells.0 != cells.1 {
            for (column, cell) in zip(cells.0, cells.1).enumerated() {
                let name = "\(place), row \(row + 1), column \(column + 1)"
                differences += try text.differences(cell.0, cell.1, at: name)
            }
        }
        return differences
    }

    // MARK: Pixels

    private func pixelDifferences(_ stored: String, _ fresh: String, at place: String) -> [Difference] {
        guard stored != fresh else { return [] }
        let name = "\(place), picture"
        do {
            let (old, new) = (try Self.picture(stored), try Self.picture(fresh))
            guard (old.width, old.height) == (new.width, new.height) else {
                return [Difference(name, "\(old.width) × \(old.height) pixels", "\(new.width) × \(new.height)")]
            }
            let far = zip(old.colors, new.colors).map { abs(Int($0) - Int($1)) }
            let count = stride(from: 0, to: far.count, by: 4).count { start in
                far[start..<start + 4].contains { $0 > Self.pixelTolerance }
            }
            guard count > 0 else { return [] }
            return [
                Difference(
                    name, "\(old.width * old.height) pixels",
                    "\(count) of them others, by up to \(far.max() ?? 0) of 255")
            ]
        } catch {
            return [Difference(name, "\(stored.utf8.count) bytes", "others, and one of them \(error)")]
        }
    }

    private static func picture(_ text: String) throws -> PNGPicture {
        try PNGDecoder.picture(Base64.decode(text) ?? [])
    }
}
