/// A function or closure of the user, for a library function to call.
///
/// ```swift
/// library.declare("init(_ name: String, _ body: (inout Tensor, HookPoint) throws -> Void)", on: "Hook") {
///     (name: String, body: CellFunction) in Hook(name) { tensor, hook in try body.callInOut(&tensor, hook, ifLost: Tensor(0)) }
/// }
/// ```
/// It may be kept and called later, but only on the thread that runs the cells.
package struct CellFunction: HostConvertible {
    package let callable: CallableBox

    package init(callable: CallableBox) { self.callable = callable }

    package static func fromCell(_ value: CellValue) throws -> CellFunction {
        guard case .function(let callable) = value else { throw HostMismatch(expected: "a function", found: value) }
        return CellFunction(callable: callable)
    }

    package func toCell() -> CellValue { .function(callable) }

    /// Calls it with values.
    package func call(_ arguments: CellValue...) throws -> CellValue {
        var arguments = arguments
        return try callable.call(&arguments)
    }

    /// Calls it and converts what it gives.
    package func callAsFunction<each A: HostConvertible, R: HostConvertible>(
        _ argument: repeat each A, returning: R.Type = R.self
    ) throws -> R {
        var arguments: [CellValue] = []
        for value in repeat each argument { arguments.append(value.toCell()) }
        return try R.fromCell(callable.call(&arguments))
    }

    /// Calls it for its effect.
    package func run<each A: HostConvertible>(_ argument: repeat each A) throws {
        var arguments: [CellValue] = []
        for value in repeat each argument { arguments.append(value.toCell()) }
        _ = try callable.call(&arguments)
    }

    /// Calls it with its first argument `inout`. When it throws, `first` keeps what was written until then.
    ///
    /// The value is moved into the call and back, so that it has one owner there and is changed where it is.
    /// - Parameter ifLost: what `first` holds when something else comes back, which is an error.
    package func callInOut<First: HostConvertible, each A: HostConvertible>(
        _ first: inout First, _ argument: repeat each A, ifLost: @autoclosure () -> First
    ) throws {
        try withUnsafeMutablePointer(to: &first) { pointer in
            var arguments = [pointer.move().toCell()]
            for value in repeat each argument { arguments.append(value.toCell()) }
            let result = Result { try callable.call(&arguments) }
            // The checker has seen to the type, and whatever is called gives its `inout` arguments back.
            let changed = try? First.fromCell(arguments[0])
            pointer.initialize(to: changed ?? ifLost())
            _ = try result.get()
            if changed == nil { throw HostMismatch(expected: "\(First.self)", found: arguments[0]) }
        }
    }
}
