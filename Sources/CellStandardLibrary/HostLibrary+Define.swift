internal import CellHost
internal import CellValues

extension HostLibrary {
    /// Puts a declaration of Swift's own into the table. Its documentation stands beside it, and nothing that it calls
    /// reports a `Fault`.
    func define<each A: HostConvertible, R: HostConvertible>(
        _ text: String, _ documentation: String, on owner: String? = nil,
        _ body: @escaping (repeat each A) throws -> R
    ) {
        add(
            HostDeclaration(
                text: "/// \(documentation)\n\(text)", owner: owner, body: HostLibrary.wrap(body), mayFault: false))
    }

    /// The same with the arguments as they are: self first, which a mutating method changes in place.
    func define(
        _ text: String, _ documentation: String, on owner: String? = nil,
        raw body: @escaping (HostCall) throws -> CellValue
    ) {
        add(
            HostDeclaration(
                text: "/// \(documentation)\n\(text)", owner: owner, body: { try body(HostCall(base: $0)) },
                mayFault: false))
    }

    /// The same on several types.
    func define(
        _ text: String, _ documentation: String, onEach owners: [String],
        raw body: @escaping (HostCall) throws -> CellValue
    ) {
        for owner in owners { define(text, documentation, on: owner, raw: body) }
    }
}
