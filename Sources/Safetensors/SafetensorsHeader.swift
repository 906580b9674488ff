internal import FileSafety
internal import TextFormats

/// The header of a safetensors file: its length in 8 bytes, then JSON that names each tensor's type, shape and place.
struct SafetensorsHeader {
    let metadata: [String: String]
    let entries: [SafetensorsEntry]
    /// The names and types of tensors whose type is not known.
    let others: [String: String]
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
        var (entries, others, ranges): ([SafetensorsEntry], [String: String], [(name: String, range: Range<Int>)]) = (
            [], [:], []
        )
        for raw in parsed.entries {
            let range = try Self.range(raw, dataLength)
            ranges.append((raw.name, range))
            if let dtype = SafetensorsDType(rawValue: raw.dtype) {
                entries.append(try Self.checked(raw, dtype, range))
            } else {
                others[raw.name] = raw.dtype
            }
        }
        let inOrder = { (a: Range<Int>, b: Range<Int>) in (a.lowerBound, a.upperBound) < (b.lowerBound, b.upperBound) }
        try Self.checkCoverage(ranges.sorted { inOrder($0.range, $1.range) }, dataLength)
        self.entries = entries.sorted { inOrder($0.range, $1.range) }
        self.others = others
        self.dataStart = dataStart
        metadata = parsed.metadata
    }

    private static func range(_ raw: HeaderParser.Entry, _ dataLength: Int) throws(JSONFault) -> Range<Int> {
        guard raw.start <= raw.end, raw.end <= dataLength else {
            throw JSONFault(
                "tensor \"\(raw.name)\" claims bytes \(raw.start) to \(raw.end), and the file holds \(dataLength)")
        }
        return raw.start..<raw.end
    }

    private static func checked(
        _ raw: HeaderParser.Entry, _ dtype: SafetensorsDType, _ range: Range<Int>
    ) throws(JSONFault) -> SafetensorsEntry {
        var bytes = dtype.byteCount
        // A length of 0 may stand beside lengths whose product overflows, so it is looked for first.
        for length in raw.shape.contains(0) ? [0] : raw.shape {
            let (product, overflow) = bytes.multipliedReportingOverflow(by: length)
            guard !overflow else { throw JSONFault("tensor \"\(raw.name)\" has the impossible shape \(raw.shape)") }
            bytes = product
        }
        guard range.count == bytes else {
            throw JSONFault(
                "tensor \"\(raw.name)\" of shape \(raw.shape) and type \(dtype.rawValue) takes \(bytes) bytes, "
                    + "and its range has \(range.count)")
        }
        return SafetensorsEntry(name: raw.name, dtype: dtype, shape: raw.shape, range: range)
    }

    /// Every byte belongs to exactly one tensor, as the format demands.
    private static func checkCoverage(_ entries: [(name: String, range: Range<Int>)], _ dataLength: Int)
        throws(JSONFault)
    {
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
