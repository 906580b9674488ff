extension CellRuntimeError {
    static func overflow(_ left: Int, _ operation: String, _ right: Int) -> CellRuntimeError {
        CellRuntimeError(
            "\(left) \(operation) \(right) is outside of the range of Int",
            hints: ["compute with Double, or with &+, &- and &* to wrap around"])
    }

    static func division(_ left: Int, _ operation: String) -> CellRuntimeError {
        CellRuntimeError("division by zero: \(left) \(operation) 0")
    }

    static func index(_ index: Int, count: Int, of what: String = "the array") -> CellRuntimeError {
        CellRuntimeError("index \(index) is out of range: \(what) has \(count) element\(count == 1 ? "" : "s")")
    }

    static func index(_ index: Int, in array: ArrayBox) -> CellRuntimeError {
        CellRuntimeError("index \(index) is out of range: \(extent(of: array))")
    }

    /// What indices there are, as messages say it.
    static func extent(of array: ArrayBox) -> String {
        let (start, count) = (array.start, array.elements.count)
        if start != 0 { return "the slice has the indices \(start)..<\(start + count)" }
        return "the array has \(count) element\(count == 1 ? "" : "s")"
    }

    static func empty(_ operation: String, _ what: String = "the array") -> CellRuntimeError {
        CellRuntimeError("\(operation) needs an element, but \(what) is empty")
    }

    static func tooMany(_ operation: String, _ count: Int, of available: Int) -> CellRuntimeError {
        CellRuntimeError("\(operation)(\(count)) needs \(count) elements, but there are \(available)")
    }

    static func negative(_ operation: String, _ count: Int) -> CellRuntimeError {
        CellRuntimeError("\(operation) takes a count of 0 or more, got \(count)")
    }

    static func emptyRange(_ range: String) -> CellRuntimeError {
        CellRuntimeError("a random number cannot be taken from the empty range \(range)")
    }

    static func bounds(_ lower: String, _ upper: String) -> CellRuntimeError {
        CellRuntimeError("the lower bound of a range cannot be above its upper bound: \(lower) and \(upper)")
    }
}
