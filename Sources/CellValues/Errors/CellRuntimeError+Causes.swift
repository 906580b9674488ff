extension CellRuntimeError {
    @usableFromInline
    package static func overflow(_ left: Int, _ operation: String, _ right: Int) -> CellRuntimeError {
        CellRuntimeError(
            "\(left) \(operation) \(right) is outside of the range of Int",
            hints: ["compute with Double, or with &+, &- and &* to wrap around"])
    }

    @usableFromInline
    package static func division(_ left: Int, _ operation: String) -> CellRuntimeError {
        CellRuntimeError("division by zero: \(left) \(operation) 0")
    }

    package static func index(_ index: Int, count: Int, of what: String = "the array") -> CellRuntimeError {
        CellRuntimeError("index \(index) is out of range: \(what) has \(count) element\(count == 1 ? "" : "s")")
    }

    package static func index(_ index: Int, in array: ArrayBox) -> CellRuntimeError {
        CellRuntimeError("index \(index) is out of range: \(extent(of: array))")
    }

    /// What indices there are, as messages say it.
    package static func extent(of array: ArrayBox) -> String {
        let (start, count) = (array.start, array.elements.count)
        if start != 0 { return "the slice has the indices \(start)..<\(start + count)" }
        return "the array has \(count) element\(count == 1 ? "" : "s")"
    }

    package static func empty(_ operation: String, _ what: String = "the array") -> CellRuntimeError {
        CellRuntimeError("\(operation) needs an element, but \(what) is empty")
    }

    package static func tooMany(_ operation: String, _ count: Int, of available: Int) -> CellRuntimeError {
        CellRuntimeError("\(operation)(\(count)) needs \(count) elements, but there are \(available)")
    }

    package static func negative(_ operation: String, _ count: Int) -> CellRuntimeError {
        CellRuntimeError("\(operation) takes a count of 0 or more, got \(count)")
    }

    package static func emptyRange(_ range: String) -> CellRuntimeError {
        CellRuntimeError("a random number cannot be taken from the empty range \(range)")
    }

    package static func bounds(_ lower: String, _ upper: String) -> CellRuntimeError {
        CellRuntimeError("the lower bound of a range cannot be above its upper bound: \(lower) and \(upper)")
    }

    package static var tooDeep: CellRuntimeError {
        CellRuntimeError("a value holds others within others too deeply to go down to the last of them")
    }
}
