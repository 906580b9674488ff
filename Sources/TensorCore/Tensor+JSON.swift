extension Tensor {
    /// The elements as nested JSON arrays.
    ///
    /// ```swift
    /// Tensor([[1, 2], [3, 4]]).toJSON()        // "[[1,2],[3,4]]"
    /// ```
    /// JSON has no NaN and no infinities: they become `null`.
    public func toJSON() -> String {
        let isFloat = dtype == .float32
        let elements = textElements.map { isFloat && !(Float($0)?.isFinite ?? false) ? "null" : $0 }
        return Self.json(elements[...], shape[...])
    }

    private static func json(_ elements: ArraySlice<String>, _ shape: ArraySlice<Int>) -> String {
        guard let count = shape.first else { return elements.first ?? "null" }
        let rest = shape.dropFirst()
        guard !rest.isEmpty else { return "[" + elements.joined(separator: ",") + "]" }
        let size = rest.reduce(1, *)
        let parts = (0..<count).map { index in
            let start = elements.startIndex + index * size
            return json(elements[start..<(start + size)], rest)
        }
        return "[" + parts.joined(separator: ",") + "]"
    }
}
