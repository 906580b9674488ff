internal import FlatJSON

/// The header of a safetensors file: its length in 8 bytes, then JSON that names each tensor's type, shape and place.
struct SafetensorsHeader {
    let metadata: [String: String]
    let entries: [SafetensorsEntry]
    /// Where in the file the tensors' bytes start.
    let dataStart: Int

    /// The longest header that is read; the reference implementation has the same bound.
    static let longest = 100_000_000

    init(_ file: ReadableFile) throws {
        let length = try Self.length(file)
        let bytes = try file.bytes(at: 8, count: length)
        do {
            try self.init(
                HeaderParser.header(bytes), dataStart: 8 + length, dataLength: file.byteCount - 8 - length)
        } catch let fault {
            throw SafetensorsError.badHeader(path: file.path, problem: fault.problem)
        }
    }

    private static func length(_ file: ReadableFile) throws -> Int {
        guard file.byteCount >= 8 else { throw SafetensorsError.tooShort(path: file.path, byteCount: file.byteCount) }
        let length = try file.bytes(at: 0, count: 8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length <= UInt64(longest) else {
            throw SafetensorsError.badHeader(
                path: file.path, problem: "it claims to be \(length) bytes long, and at most \(longest) are read")
        }
        guard Int(length) <= file.byteCount - 8 else {
            throw SafetensorsError.badHeader(
                path: file.path,
                problem: "it claims to be \(length) bytes long, and the file ends after \(file.byteCount - 8)")
        }
        return Int(length)
    }

    /// Checks what was parsed against the number of data bytes.
    init(_ parsed: HeaderParser.Header, dataStart: Int, dataLength: Int) throws(JSONFault) {
        var entries: [SafetensorsEntry] = []
        for raw in parsed.entries { entries.append(try Self.checked(raw, dataLength)) }
        entries.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
        try Self.checkCoverage(entries, dataLength)
        self.entries = entries
        self.dataStart = dataStart
        metadata = parsed.metadata
    }

    private static func checked(_ raw: HeaderParser.Entry, _ dataLength: Int) throws(JSONFault) -> SafetensorsEntry {
        guard let dtype = SafetensorsDType(rawValue: raw.dtype) else {
            let known = SafetensorsDType.allCases.map(\.rawValue).joined(separator: ", ")
            throw JSONFault("tensor \"\(raw.name)\" has the type \"\(raw.dtype)\"; known are \(known)")
        }
        var bytes = dtype.byteCount
        // A length of 0 may stand beside lengths whose product overflows, so it is looked for first.
        for length in raw.shape.contains(0) ? [0] : raw.shape {
            let (product, overflow) = bytes.multipliedReportingOverflow(by: length)
            guard !overflow else { throw JSONFault("tensor \"\(raw.name)\" has the impossible shape \(raw.shape)") }
            bytes = product
        }
        guard raw.start <= raw.end, raw.end <= dataLength else {
            throw JSONFault(
                "tensor \"\(raw.name)\" claims bytes \(raw.start) to \(raw.end), and the file holds \(dataLength)")
        }
        guard raw.end - raw.start == bytes else {
            throw JSONFault(
                "tensor \"\(raw.name)\" of shape \(raw.shape) and type \(dtype.rawValue) takes \(bytes) bytes, "
                    + "and its range has \(raw.end - raw.start)")
        }
        return SafetensorsEntry(name: raw.name, dtype: dtype, shape: raw.shape, range: raw.start..<raw.end)
    }

    /// Every byte belongs to exactly one tensor, as the format demands.
    private static func checkCoverage(_ entries: [SafetensorsEntry], _ dataLength: Int) throws(JSONFault) {
        var end = 0
        for entry in entries {
            guard entry.range.lowerBound >= end else {
                throw JSONFault("tensor \"\(entry.name)\" overlaps the one before it")
            }
            guard entry.range.lowerBound == end else {
                throw JSONFault("bytes \(end) to \(entry.range.lowerBound) belong to no tensor")
            }
            end = entry.range.upperBound
        }
        guard end == dataLength else {
            throw JSONFault(
                "the tensors end at byte \(end), and the file holds \(dataLength); it may be cut short or mixed up")
        }
    }
}
