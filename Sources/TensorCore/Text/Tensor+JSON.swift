internal import SessionSafety

extension Tensor {
    /// The elements as nested JSON arrays.
    ///
    /// ```swift
    /// Tensor([[1, 2], [3, 4]]).toJSON()        // "[[1,2],[3,4]]"
    /// ```
    /// JSON has no NaN and no infinities: they become `null`. Of very many empty lists nothing but `[]` is left.
    public func toJSON() -> String {
        Tensor.orFault(returning: "") { try TensorJSON(tensor: self).text() }
    }
}

private struct TensorJSON {
    let tensor: Tensor
    /// At most so many empty lists are written out.
    private static let mostEmptyLists = 1000

    func text() throws -> String {
        if tensor.count == 0, lists > Self.mostEmptyLists { return "[]" }
        // Ten letters are usual for a number.
        try TensorError.checkMemory(tensor.count, of: 10)
        var text = ""
        var place = 0
        let elements = ElementText(tensor)
        try withExtendedLifetime(elements) { try write(tensor.shape[...], elements, &place, into: &text) }
        return text
    }

    /// How many lists a tensor without elements is made of.
    private var lists: Int { tensor.shape.prefix { $0 != 0 }.reduce(1, *) }

    private func write(
        _ shape: ArraySlice<Int>, _ elements: ElementText, _ place: inout Int, into text: inout String
    ) throws {
        guard let length = shape.first else {
            text += elements.isNumber(place) ? elements[place] : "null"
            place += 1
            if place & 0x3FFF == 0 { try Interruption.check() }
            return
        }
        text += "["
        for index in 0..<length {
            if index > 0 { text += "," }
            try write(shape.dropFirst(), elements, &place, into: &text)
        }
        text += "]"
    }
}
