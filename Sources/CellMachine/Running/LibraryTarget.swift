internal import CellValues
internal import SessionSafety

/// What a function of the library, a bound method, an initialiser or an enum's case as a value runs.
final class LibraryTarget: CallTarget {
    let name: String
    private let body: (inout [CellValue]) throws -> CellValue

    init(name: String, body: @escaping (inout [CellValue]) throws -> CellValue) {
        self.name = name
        self.body = body
    }

    /// Looks at the stop flag, as a function of the user does when it is called.
    func call(_ arguments: inout [CellValue], _ captured: [CellValue]) throws -> CellValue {
        if Interruption.isRequested { throw Interrupted() }
        return try body(&arguments)
    }
}
