internal import SessionSafety

/// Texts of values as Swift's `print` and `debugPrint` write them.
///
/// ```swift
/// CellPrinter(library: library).description(value)        // Point(x: 1.0, name: "a")
/// ```
/// A type of a cell's own has no module here: Swift's `[main.Point(x: 1.0)]` reads `[Point(x: 1.0)]`.
package struct CellPrinter {
    /// Knows how the library's types print; without it as Swift prints them.
    var library: HostLibrary?
    /// A value nested deeper than this is cut, so that printing never runs out of stack.
    private static let deepest = 200

    package init(library: HostLibrary? = nil) { self.library = library }

    /// As `print(value)` and `"\(value)"` have it.
    package func description(_ value: CellValue) throws -> String {
        var text = ""
        try append(value, to: &text, depth: 0)
        return text
    }

    /// As `debugPrint(value)` has it, and arrays for their elements.
    package func debugDescription(_ value: CellValue) throws -> String {
        var text = ""
        try appendDebug(value, to: &text, depth: 0)
        return text
    }

    private func append(_ value: CellValue, to text: inout String, depth: Int) throws {
        switch value {
        case .string(let box), .character(let box): text += box.text
        case .set(let box): try appendList(box.elements.lazy.map(\.value), "[", "]", to: &text, depth: depth)
        case .range(let box): try append(box, isDebug: false, to: &text, depth: depth)
        case .enumeration(let box) where box.type.customDescription == nil:
            try append(box, prefix: "", to: &text, depth: depth)
        case .existential(let box): try append(box.value, to: &text, depth: depth)
        case .type(let box): text += "\(box.type)"
        default: try appendDebug(value, to: &text, depth: depth)
        }
    }

    private func appendDebug(_ value: CellValue, to text: inout String, depth: Int) throws {
        guard depth < CellPrinter.deepest else { return text += "…" }
        switch value {
        case .void: text += "()"
        case .int(let value): text += value.description
        case .double(let value): text += value.description
        case .float(let value): text += value.description
        case .bool(let value): text += value ? "true" : "false"
        case .string(let box), .character(let box): text += box.text.debugDescription
        case .optional(nil): text += "nil"
        case .optional(let box?):
            text += "Optional("
            try appendDebug(box.value, to: &text, depth: depth + 1)
            text += ")"
        case .array(let box): try appendList(box.elements, "[", "]", to: &text, depth: depth)
        case .set(let box): try appendList(box.elements.lazy.map(\.value), "Set([", "])", to: &text, depth: depth)
        case .dictionary(let box): try append(box, to: &text, depth: depth)
        case .tuple(let box): try append(box.elements, labels: box.labels, to: &text, depth: depth)
        case .range(let box): try append(box, isDebug: true, to: &text, depth: depth)
        case .structure(let box): try append(value, box, to: &text, depth: depth)
        case .enumeration(let box):
            if let custom = box.type.customDescription { return text += try custom(value) }
            try append(box, prefix: box.type.name + ".", to: &text, depth: depth)
        case .function: text += "(Function)"
        case .host(let box): text += description(box)
        case .existential(let box): try appendDebug(box.value, to: &text, depth: depth)
        case .type(let box): text += "\(box.type)"
        case .captured(let box): try appendDebug(box.value, to: &text, depth: depth)
        case .absent: text += "<no value>"
        }
    }

    // MARK: Parts

    private func appendList(
        _ elements: some Sequence<CellValue>, _ opening: String, _ closing: String, to text: inout String, depth: Int
    ) throws {
        text += opening
        for (index, element) in elements.enumerated() {
            if index & 1023 == 1023 { try Interruption.check() }
            if index > 0 { text += ", " }
            try appendDebug(element, to: &text, depth: depth + 1)
        }
        text += closing
    }

    private func append(_ box: DictionaryBox, to text: inout String, depth: Int) throws {
        guard !box.elements.isEmpty else { return text += "[:]" }
        text += "["
        for (index, element) in box.elements.enumerated() {
            if index & 1023 == 1023 { try Interruption.check() }
            if index > 0 { text += ", " }
            try appendDebug(element.key.value, to: &text, depth: depth + 1)
            text += ": "
            try appendDebug(element.value, to: &text, depth: depth + 1)
        }
        text += "]"
    }

    private func append(_ elements: [CellValue], labels: [String?], to text: inout String, depth: Int) throws {
        text += "("
        for (index, element) in elements.enumerated() {
            if index > 0 { text += ", " }
            if index < labels.count, let label = labels[index] { text += label + ": " }
            try appendDebug(element, to: &text, depth: depth + 1)
        }
        text += ")"
    }

    private func append(_ value: CellValue, _ box: StructureBox, to text: inout String, depth: Int) throws {
        if let custom = box.type.customDescription { return text += try custom(value) }
        text += box.type.name
        try append(box.fields, labels: box.type.fields.map(\.name), to: &text, depth: depth)
    }

    private func append(_ box: EnumerationBox, prefix: String, to text: inout String, depth: Int) throws {
        guard box.index < box.type.cases.count else { return text += box.type.name }
        let declaration = box.type.cases[box.index]
        text += prefix + declaration.name
        guard !box.payload.isEmpty else { return }
        try append(box.payload, labels: declaration.payload.map(\.label), to: &text, depth: depth)
    }

    private func append(_ box: RangeBox, isDebug: Bool, to text: inout String, depth: Int) throws {
        func bound(_ value: CellValue) throws -> String {
            var text = ""
            try appendDebug(value, to: &text, depth: depth + 1)
            return text
        }
        switch box.kind {
        case .halfOpen:
            let range = try bound(box.lower) + "..<" + bound(box.upper)
            text += isDebug ? "Range(\(range))" : range
        case .closed:
            let range = try bound(box.lower) + "..." + bound(box.upper)
            text += isDebug ? "ClosedRange(\(range))" : range
        case .from: text += "PartialRangeFrom<\(box.lower.kindName)>(lowerBound: \(try bound(box.lower)))"
        case .upTo: text += "PartialRangeUpTo<\(box.upper.kindName)>(upperBound: \(try bound(box.upper)))"
        case .through: text += "PartialRangeThrough<\(box.upper.kindName)>(upperBound: \(try bound(box.upper)))"
        case .unbounded: text += "..."
        }
    }

    private func description(_ box: HostBox) -> String {
        let payload = box.payloadAny
        if let describe = library?.typesBySwiftType[box.typeIdentifier]?.describe { return describe(payload) }
        return "\(payload)"
    }
}
