/// Writes a value's text part by part, up to a length: a value that holds itself many times over has no end.
struct ValueWriter {
    private let library: (any HostTypes)?
    /// In bytes.
    let longest: Int
    private(set) var text = ""
    private var depth = 0
    private var watch = StopWatch()
    /// A value nested deeper than this is cut, so that printing never runs out of stack.
    private static let deepest = 200

    init(library: (any HostTypes)?, longest: Int) {
        self.library = library
        self.longest = longest
    }

    private struct Full: Error {}

    /// Whether everything that `body` writes has room.
    mutating func writes(_ body: (inout ValueWriter) throws -> Void) throws -> Bool {
        do {
            try body(&self)
            return true
        } catch is Full { return false }
    }

    mutating func write(_ piece: String) throws {
        guard text.utf8.count + piece.utf8.count > longest else { return text += piece }
        text += piece.beginning(atMost: longest - text.utf8.count)
        throw Full()
    }

    mutating func append(_ value: CellValue) throws {
        switch value {
        case .string(let box), .character(let box): try write(box.text)
        case .set(let box): try appendList(box.elements.lazy.map(\.value), "[", "]")
        case .range(let box): try append(box, isDebug: false)
        case .view(let box): try append(box, isDebug: false)
        case .enumeration(let box) where box.type.customDescription == nil: try append(box, prefix: "")
        case .array(let box): try appendList(box.elements, "[", "]")
        case .existential(let box): try append(box.value)
        case .type(let box): try write(box.type.runtimeName)
        case .host(let box): try write(description(box))
        default: try appendDebug(value)
        }
    }

    mutating func appendDebug(_ value: CellValue) throws {
        guard depth < ValueWriter.deepest else { return try write("…") }
        try watch.step()
        depth += 1
        defer { depth -= 1 }
        switch value {
        case .void: try write("()")
        case .int(let value): try write(value.description)
        case .double(let value): try write(value.description)
        case .float(let value): try write(value.description)
        case .bool(let value): try write(value ? "true" : "false")
        case .string(let box), .character(let box): try writeQuoted(box.text)
        case .optional(nil): try write("nil")
        case .optional(let box?):
            try write("Optional(")
            try appendDebug(box.value)
            try write(")")
        case .array(let box) where box.isSlice: try appendList(box.elements, "ArraySlice([", "])")
        case .array(let box): try appendList(box.elements, "[", "]")
        case .set(let box): try appendList(box.elements.lazy.map(\.value), "Set([", "])")
        case .dictionary(let box): try append(box)
        case .tuple(let box): try append(box.elements, labels: box.labels)
        case .range(let box): try append(box, isDebug: true)
        case .view(let box): try append(box, isDebug: true)
        case .structure(let box): try append(value, box)
        case .enumeration(let box):
            if let custom = box.type.customDescription { return try write(try custom(value)) }
            try append(box, prefix: box.type.name + ".")
        case .function: try write("(Function)")
        case .host(let box): try write(debugDescription(box))
        case .existential(let box): try appendDebug(box.value)
        case .type(let box): try write(box.type.wholeRuntimeName)
        case .captured(let box): try appendDebug(box.value)
        case .absent: try write("<no value>")
        }
    }

    // MARK: Parts

    /// A text in quotes, of which no more is quoted than there is room for.
    private mutating func writeQuoted(_ whole: String) throws {
        let room = longest - text.utf8.count
        guard whole.utf8.count > room else { return try write(whole.debugDescription) }
        try write(String(whole.beginning(atMost: room).debugDescription.dropLast()))
        throw Full()
    }

    private mutating func appendList(
        _ elements: some Sequence<CellValue>, _ opening: String, _ closing: String
    ) throws {
        try write(opening)
        var isFirst = true
        for element in elements {
            if !isFirst { try write(", ") }
            isFirst = false
            try appendDebug(element)
        }
        try write(closing)
    }

    private mutating func append(_ box: DictionaryBox) throws {
        guard !box.elements.isEmpty else { return try write("[:]") }
        var opening = "["
        for (key, value) in box.elements {
            try write(opening)
            opening = ", "
            try appendDebug(key.value)
            try write(": ")
            try appendDebug(value)
        }
        try write("]")
    }

    private mutating func append(_ elements: [CellValue], labels: [String?]) throws {
        try write("(")
        for (index, element) in elements.enumerated() {
            if index > 0 { try write(", ") }
            if index < labels.count, let label = labels[index] { try write(label + ": ") }
            try appendDebug(element)
        }
        try write(")")
    }

    private mutating func append(_ value: CellValue, _ box: StructureBox) throws {
        if let custom = box.type.customDescription { return try write(try custom(value)) }
        try write(box.type.name)
        try append(box.fields, labels: box.type.fieldNames)
    }

    private mutating func append(_ box: EnumerationBox, prefix: String) throws {
        guard box.index < box.type.cases.count else { return try write(box.type.name) }
        let declaration = box.type.cases[box.index]
        try write(prefix + declaration.name)
        guard !box.payload.isEmpty else { return }
        try append(box.payload, labels: declaration.payload.map(\.label))
    }

    /// Some are written otherwise within a list than alone, as a Unicode scalar is in quotes.
    private func debugDescription(_ box: HostBox) -> String {
        (box.payloadAny as? any CustomDebugStringConvertible)?.debugDescription ?? description(box)
    }

    private func description(_ box: HostBox) -> String {
        let payload = box.payloadAny
        if let describe = library?.type(of: box)?.describe { return describe(payload) }
        return "\(payload)"
    }
}

// MARK: Views

extension ValueWriter {
    private mutating func append(_ box: ViewBox, isDebug: Bool) throws {
        switch box.printing {
        case .text(let name):
            let parts = box.parts
            try isDebug ? appendCall(name) { for part in parts { try $0.appendDebug(part) } } : append(parts[0])
        case .list(let name):
            try isDebug ? appendCall(name) { try $0.appendElements(of: box) } : appendElements(of: box)
        case .none:
            let article = "AE".contains(box.name.prefix(1)) ? "an" : "a"
            throw CellRuntimeError(
                "\(article) \(box.name) prints as Swift's inner workings, not as its elements",
                hints: ["make an array of it: print(Array(…))"])
        }
    }

    private mutating func appendCall(_ name: String, _ body: (inout ValueWriter) throws -> Void) throws {
        try write(name + "(")
        try body(&self)
        try write(")")
    }

    private mutating func appendElements(of box: ViewBox) throws {
        let walk = try box.walk()
        var opening = "["
        while let element = try walk.next() {
            try write(opening)
            opening = ", "
            try appendDebug(element)
        }
        try write(opening == "[" ? "[]" : "]")
    }
}

// MARK: Ranges

extension ValueWriter {
    private mutating func append(_ box: RangeBox, isDebug: Bool) throws {
        switch box.kind {
        case .halfOpen: try append(box.lower, "..<", box.upper, isDebug ? "Range" : nil)
        case .closed: try append(box.lower, "...", box.upper, isDebug ? "ClosedRange" : nil)
        case .from: try append("PartialRangeFrom", "lowerBound", box.lower, isDebug)
        case .upTo: try append("PartialRangeUpTo", "upperBound", box.upper, isDebug)
        case .through: try append("PartialRangeThrough", "upperBound", box.upper, isDebug)
        case .unbounded: try write("...")
        }
    }

    /// Both bounds, as debugging has them when the range's type is named.
    private mutating func append(_ lower: CellValue, _ sign: String, _ upper: CellValue, _ type: String?) throws {
        if let type { try write(type + "(") }
        try type == nil ? append(lower) : appendDebug(lower)
        try write(sign)
        try type == nil ? append(upper) : appendDebug(upper)
        if type != nil { try write(")") }
    }

    private mutating func append(_ type: String, _ label: String, _ bound: CellValue, _ isDebug: Bool) throws {
        let module = isDebug ? "Swift." : ""
        try write("\(module)\(type)<\(bound.isOfCell ? "" : module)\(bound.kindName)>(\(label): ")
        try appendDebug(bound)
        try write(")")
    }
}

extension CellValue {
    /// Whether a cell has declared its type.
    fileprivate var isOfCell: Bool {
        switch self {
        case .structure, .enumeration: true
        default: false
        }
    }
}

extension String {
    /// The first characters, at most so many bytes of them.
    package func beginning(atMost bytes: Int) -> Substring {
        guard utf8.count > bytes else { return self[...] }
        var end = utf8.index(startIndex, offsetBy: max(0, bytes))
        while end > startIndex, end.samePosition(in: self) == nil { end = utf8.index(before: end) }
        return self[..<end]
    }
}
