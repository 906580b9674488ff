internal import Display

/// What a front end is given to show for a cell's value.
struct ValueDisplay {
    let library: HostLibrary
    /// A longer list is shown by its first and last elements.
    private static let most = 1000
    private static let kept = 50

    func bundle(for shown: ShownValue) throws -> MIMEBundle? {
        guard shown.isShown else { return nil }
        if let own = displayable(shown.value) { return own.mimeBundle }
        let bundle = MIMEBundle(plain: try plain(shown.value))
        guard let table = try ValueTable(shown.value, library) else { return bundle }
        return bundle.with(.html, table.html)
    }

    /// A value of the library that knows how to show itself.
    private func displayable(_ value: CellValue) -> (any Displayable)? {
        switch value {
        case .host(let box): box.payloadAny as? any Displayable
        case .existential(let box): displayable(box.value)
        case .optional(let box?): displayable(box.value)
        default: nil
        }
    }

    /// The value as Swift's `debugPrint` has it.
    private func plain(_ value: CellValue) throws -> String {
        let printer = CellPrinter(library: library)
        guard case .array(let box) = value, box.elements.count > ValueDisplay.most else {
            return try printer.debugDescription(value)
        }
        let first = try box.elements.prefix(ValueDisplay.kept).map { try printer.debugDescription($0) }
        let last = try box.elements.suffix(3).map { try printer.debugDescription($0) }
        return "[\((first + ["…"] + last).joined(separator: ", "))] (\(box.elements.count) elements)"
    }
}
