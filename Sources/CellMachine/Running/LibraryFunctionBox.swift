internal import CellValues
internal import SessionSafety

/// A function of the library, a bound method, an initialiser or an enum's case as a value.
final class LibraryFunctionBox: CallableBox {
    private let body: (inout [CellValue]) throws -> CellValue

    init(name: String, body: @escaping (inout [CellValue]) throws -> CellValue) {
        self.body = body
        super.init(name: name)
    }

    /// Looks at the stop flag, as a function of the user does when it is called.
    override func call(_ arguments: inout [CellValue]) throws -> CellValue {
        if Interruption.isRequested { throw Interrupted() }
        return try body(&arguments)
    }
}
