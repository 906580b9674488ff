internal import TensorCore
internal import TextFormats

extension HeadSweep {
    /// A line per method and head: `method,layer,head,value`, or `method,layer,head,prompt,value` of a metric per prompt.
    ///
    /// ```swift
    /// try saveText(sweep.toCSV(), to: "sweep.csv")
    /// ```
    public func toCSV() -> String {
        var text = CSVText.line(["method", "layer", "head"] + innerNames + ["value"])
        for (method, map) in zip(methods, maps) {
            for (number, value) in map.toArray().enumerated() {
                text += CSVText.line([method] + Shape.indices(of: number, in: map.shape).map { "\($0)" } + ["\(value)"])
            }
        }
        return text
    }

    /// What the axes behind layer and head are called.
    private var innerNames: [String] {
        let count = (maps.first?.ndim ?? 2) - 2
        return count == 1 ? ["prompt"] : (0..<max(0, count)).map { "axis\($0 + 2)" }
    }

    /// One map [layer, head] under each method's name: `{"zero":[[…],…]}`.
    public func toJSON() -> String {
        let members = zip(methods, maps).map { "\(JSONText.string($0)):\($1.toJSON())" }
        return "{" + members.joined(separator: ",") + "}"
    }
}
