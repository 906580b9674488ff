/// A function of the user with one parameter, called over and over: `map`'s. Every call looks at the stop flag.
package struct UnaryFunction {
    private let callable: CallableBox
    private var arguments: [CellValue] = [.void]

    package init(_ value: CellValue) throws { callable = try CellFunction.fromCell(value).callable }

    package mutating func callAsFunction(_ argument: CellValue) throws -> CellValue {
        arguments[0] = argument
        return try callable.call(&arguments)
    }

    /// Of a predicate.
    package mutating func isTrue(_ argument: CellValue) throws -> Bool { try Bool.fromCell(callAsFunction(argument)) }
}

/// A function of the user with two parameters: `reduce`'s. Every call looks at the stop flag.
package struct BinaryFunction {
    private let callable: CallableBox
    private var arguments: [CellValue] = [.void, .void]

    package init(_ value: CellValue) throws { callable = try CellFunction.fromCell(value).callable }

    package mutating func callAsFunction(_ first: CellValue, _ second: CellValue) throws -> CellValue {
        arguments[0] = first
        arguments[1] = second
        return try callable.call(&arguments)
    }

    /// Of a predicate.
    package mutating func isTrue(_ first: CellValue, _ second: CellValue) throws -> Bool {
        try Bool.fromCell(callAsFunction(first, second))
    }

    /// Calls it with a first argument that is `inout`, for every element. The value has no other owner meanwhile.
    package mutating func fold(_ initial: CellValue, over walk: CellWalk) throws -> CellValue {
        arguments[0] = initial
        while let element = try walk.next() {
            arguments[1] = element
            _ = try callable.call(&arguments)
        }
        return arguments[0]
    }
}
