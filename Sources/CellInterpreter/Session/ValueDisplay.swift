internal import CellHost
internal import CellMachine
internal import CellValues
internal import Display

/// What a front end is given to show for a cell's value.
struct ValueDisplay {
    let library: HostLibrary
    /// A longer list is shown by its first and last elements.
    private static let most = 1000
    private static let kept = 50
    /// A longer text is shown by its beginning, in bytes.
    private static let longest = 100_000

    func bundle(for shown: ShownValue) throws -> MIMEBundle? {
        if let own = displayable(shown.value) { return own.mimeBundle }
        let (value, isCut) = try listed(shown.value)
        if isCut { return MIMEBundle(plain: try plain(value) + " and so on") }
        let bundle = MIMEBundle(plain: try plain(value))
        guard let table = try ValueTable(value, library) else { return bundle }
        return bundle.with(.html, table.html)
    }

    /// The elements of a view, or the first of them: it may have no end.
    private func listed(_ value: CellValue) throws -> (CellValue, isCut: Bool) {
        guard case .view(let box) = value else { return (value, false) }
        if case .text = box.printing { return (value, false) }
        let walk = try box.walk()
        var elements: [CellValue] = []
        while let element = try walk.next() {
            if elements.count == ValueDisplay.most { return (.array(Array(elements.prefix(ValueDisplay.kept))), true) }
            elements.append(element)
        }
        return (.array(elements), false)
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

    /// The value as Swift's `debugPrint` has it, up to a length.
    private func plain(_ value: CellValue) throws -> String {
        guard case .array(let box) = value, box.elements.count > ValueDisplay.most else {
            return try text(value, longest: ValueDisplay.longest)
        }
        let elements = box.elements.prefix(ValueDisplay.kept) + box.elements.suffix(3)
        var texts = try elements.map { try text($0, longest: ValueDisplay.longest / elements.count) }
        texts.insert("…", at: ValueDisplay.kept)
        return "[\(texts.joined(separator: ", "))] (\(box.elements.count) elements)"
    }

    private func text(_ value: CellValue, longest: Int) throws -> String {
        let (text, isCut) = try CellPrinter(library: library).beginning(of: value, longest: longest, isDebug: true)
        return isCut ? "\(text)… (\(size(of: value)): print it to see more)" : text
    }

    private func size(of value: CellValue) -> String {
        switch value {
        case .string(let box): "\(box.text.utf8.count) bytes"
        case .array(let box): "\(box.elements.count) elements"
        case .set(let box): "\(box.elements.count) elements"
        case .dictionary(let box): "\(box.elements.count) entries"
        case .existential(let box): size(of: box.value)
        default: "its text is longer than \(ValueDisplay.longest) bytes"
        }
    }
}
