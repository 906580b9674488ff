internal import TensorCore

extension HeadSweep {
    /// A line per method and head: `method,layer,head,value`.
    ///
    /// ```swift
    /// try saveText(sweep.toCSV(), to: "sweep.csv")
    /// ```
    public func toCSV() -> String {
        var text = CSVText.line(["method", "layer", "head", "value"])
        for (method, map) in zip(methods, maps) {
            let (values, heads) = (map.toArray(), map.shape.last ?? 1)
            for (index, value) in values.enumerated() {
                text += CSVText.line([method, "\(index / heads)", "\(index % heads)", "\(value)"])
            }
        }
        return text
    }

    /// One map [layer, head] under each method's name: `{"zero":[[…],…]}`.
    public func toJSON() -> String {
        let members = zip(methods, maps).map { "\(JSONText.string($0)):\($1.toJSON())" }
        return "{" + members.joined(separator: ",") + "}"
    }
}
