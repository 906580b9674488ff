internal import TextFormats
internal import SessionSafety

/// Compares JSON: the same shape, words exactly, numbers within a tolerance.
struct JSONComparison {
    let text: TextComparison
    /// Members that say nothing about the data, such as a picture's size.
    var leftOut: Set<String> = []

    func differences(_ stored: JSONNode, _ fresh: JSONNode, at place: String) throws -> [Difference] {
        switch (stored, fresh) {
        case (.object(let old), .object(let new)): return try differences(old, new, at: place)
        case (.array(let old), .array(let new)): return try differences(old, new, at: place)
        case (.string(let old), .string(let new)): return try text.differences(old, new, at: place)
        case (.number(let old), .number(let new)):
            let (x, y) = (stored.number ?? .nan, fresh.number ?? .nan)
            return text.tolerance.allows(x, y, unit: text.unit(of: y))
                ? [] : [Difference(place, numbers: (old, x), (new, y))]
        default: return stored == fresh ? [] : [Difference(place, Self.text(stored), Self.text(fresh))]
        }
    }

    private func differences(_ stored: JSONObject, _ fresh: JSONObject, at place: String) throws -> [Difference] {
        var differences: [Difference] = []
        for name in stored.names where !leftOut.contains(name) {
            guard let old = stored[name] else { continue }
            let path = place + "." + name
            guard let new = fresh[name] else {
                differences.append(Difference(path, Self.text(old), "nothing"))
                continue
            }
            differences += try self.differences(old, new, at: path)
        }
        for name in fresh.names where stored[name] == nil && !leftOut.contains(name) {
            differences.append(Difference(place + "." + name, "nothing", fresh[name].map(Self.text) ?? ""))
        }
        return differences
    }

    private func differences(_ stored: [JSONNode], _ fresh: [JSONNode], at place: String) throws -> [Difference] {
        guard stored.count == fresh.count else {
            return [Difference(place, "\(stored.count) elements", "\(fresh.count)")]
        }
        var differences: [Difference] = []
        for (index, pair) in zip(stored, fresh).enumerated() where pair.0 != pair.1 {
            if index & 0xFFF == 0 { try Interruption.check() }
            differences += try self.differences(pair.0, pair.1, at: "\(place)[\(index)]")
        }
        return differences
    }

    private static func text(_ node: JSONNode) -> String {
        switch node {
        case .string(let text): "\"\(text)\""
        case .number(let text): text
        case .boolean(let value): "\(value)"
        default: node.kind
        }
    }
}
