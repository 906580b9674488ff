extension AttentionFigure {
    /// More cells than this are shown with the levels of their colours instead of their own numbers.
    static let mostExactCells = 8_000

    func script(_ scale: AttentionScale) throws -> String {
        try "const D=\(data(scale));\n" + Script.tooltip + Script.images + Script.keyboard + Script.attention
    }

    private func data(_ scale: AttentionScale) throws -> String {
        var fields = [
            "\"title\":\(Markup.script(title))", "\"names\":\(try Markup.script(headNames))",
            "\"tokens\":\(try Markup.script(tokens))", "\"rows\":\(destinations)",
            "\"signed\":\(scale.isSigned)", "\"most\":\(NumberText.significant(scale.largest, 5))",
        ]
        if values.count <= Self.mostExactCells {
            let numbers = values.map { value in
                let text = NumberText.significant(Double(value), 3, besides: scale.largest)
                return value.isFinite ? text : "\"\(text)\""
            }
            fields.append("\"v\":[\(numbers.joined(separator: ","))]")
        }
        return "{\(fields.joined(separator: ",\n"))}"
    }
}
