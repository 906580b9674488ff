internal import FileSafety

/// What stands before the tensors' bytes in a GGUF file: metadata, and where each tensor lies.
struct GGUFHead {
    private(set) var metadata: [String: GGUFValue] = [:]
    private(set) var entries: [GGUFEntry] = []
    private let path: String

    init(_ file: ReadableFile) throws {
        path = file.path
        var reader = GGUFReader(file)
        try Self.checkVersion(&reader, path)
        let tensorCount = try reader.count(of: "tensors", least: 24)
        let keyCount = try reader.count(of: "keys", least: 13)
        for (count, what, most) in [
            (tensorCount, "tensors", MostInModelFiles.tensors), (keyCount, "keys", MostInModelFiles.keys),
        ] where count > most {
            throw reader.fault("it has \(count) \(what), and at most \(most) are read")
        }
        for _ in 0..<keyCount {
            let key = try reader.text("a key")
            guard metadata[key] == nil else { throw reader.fault("the key \"\(key)\" occurs twice") }
            metadata[key] = try Self.value(&reader, try reader.number(UInt32.self), depth: 0)
        }
        var raw: [RawEntry] = []
        var names: Set<String> = []
        for _ in 0..<tensorCount {
            let entry = try RawEntry(&reader)
            guard names.insert(entry.name).inserted else {
                throw reader.fault("the tensor \"\(entry.name)\" occurs twice")
            }
            raw.append(entry)
        }
        let start = try dataStart(reader)
        entries = try raw.map { try $0.checked(dataStart: start, fileCount: file.byteCount, reader) }
    }

    private static func checkVersion(_ reader: inout GGUFReader, _ path: String) throws {
        guard try reader.number(UInt32.self) == 0x4655_4747 else {
            throw reader.fault("it does not begin with \"GGUF\"")
        }
        let version = try reader.number(UInt32.self)
        guard version & 0xFFFF != 0 else {
            throw GGUFError.unsupported(path: path, problem: "its numbers are in big-endian order")
        }
        guard version == 2 || version == 3 else {
            throw GGUFError.unsupported(path: path, problem: "it is of version \(version); 2 and 3 are read")
        }
    }

    private static func value(_ reader: inout GGUFReader, _ type: UInt32, depth: Int) throws -> GGUFValue {
        switch type {
        case 0: .integer(Int(try reader.number(UInt8.self)))
        case 1: .integer(Int(try reader.number(Int8.self)))
        case 2: .integer(Int(try reader.number(UInt16.self)))
        case 3: .integer(Int(try reader.number(Int16.self)))
        case 4: .integer(Int(try reader.number(UInt32.self)))
        case 5: .integer(Int(try reader.number(Int32.self)))
        case 6: .number(Double(Float(bitPattern: try reader.number(UInt32.self))))
        case 7: .boolean(try reader.number(UInt8.self) != 0)
        case 8: .string(try reader.text("a text"))
        case 9: .array(try array(&reader, depth: depth + 1))
        case 10: unsigned(try reader.number(UInt64.self))
        case 11: .integer(Int(try reader.number(Int64.self)))
        case 12: .number(Double(bitPattern: try reader.number(UInt64.self)))
        default: throw reader.fault("there is no type of values with the number \(type) (byte \(reader.position - 4))")
        }
    }

    private static func unsigned(_ value: UInt64) -> GGUFValue {
        Int(exactly: value).map { .integer($0) } ?? .unsigned(value)
    }

    private static func array(_ reader: inout GGUFReader, depth: Int) throws -> [GGUFValue] {
        guard depth <= 8 else { throw reader.fault("its lists are nested more than 8 deep") }
        let type = try reader.number(UInt32.self)
        let leasts: [UInt32: Int] = [2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 8: 8, 9: 12, 10: 8, 11: 8, 12: 8]
        let count = try reader.count(of: "elements of a list", least: leasts[type] ?? 1)
        // A list in a list takes the time and room of several numbers.
        try reader.take(elements: type == 9 ? 8 * count : count)
        var values: [GGUFValue] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try value(&reader, type, depth: depth)) }
        return values
    }

    /// Where the tensors' bytes begin: behind the head, at a multiple of the alignment.
    private func dataStart(_ reader: GGUFReader) throws -> Int {
        let alignment = metadata["general.alignment"] ?? .integer(32)
        guard let bytes = alignment.integer, bytes > 0, bytes <= 1 << 20, bytes & (bytes - 1) == 0 else {
            throw GGUFError.badKey(
                path: path, key: "general.alignment", expected: "a power of two up to \(1 << 20)",
                found: alignment.description)
        }
        return (reader.position + bytes - 1) / bytes * bytes
    }
}

/// One line of the table of tensors, before it is checked.
private struct RawEntry {
    let name: String
    let shape: [Int]
    let type: UInt32
    let offset: UInt64

    init(_ reader: inout GGUFReader) throws {
        name = try reader.text("a tensor's name", most: MostInModelFiles.nameBytes)
        let axes = try reader.number(UInt32.self)
        guard axes <= 8 else { throw reader.fault("the tensor \"\(name)\" has \(axes) axes; 8 is the most") }
        var lengths: [Int] = []
        for _ in 0..<axes {
            let length = try reader.number(UInt64.self)
            guard let length = Int(exactly: length) else {
                throw reader.fault("the tensor \"\(name)\" has an axis of \(length)")
            }
            lengths.append(length)
        }
        // The axis whose elements are neighbours is the first in the file, and the last here.
        shape = lengths.reversed()
        type = try reader.number(UInt32.self)
        offset = try reader.number(UInt64.self)
    }

    func checked(dataStart: Int, fileCount: Int, _ reader: GGUFReader) throws -> GGUFEntry {
        var count = 1
        for length in shape.contains(0) ? [0] : shape {
            let (product, overflow) = count.multipliedReportingOverflow(by: length)
            guard !overflow else { throw reader.fault("the tensor \"\(name)\" has the impossible shape \(shape)") }
            count = product
        }
        let room = fileCount - dataStart
        guard offset <= UInt64(max(room, 0)) else {
            throw reader.fault("the tensor \"\(name)\" begins at byte \(offset) of the data, which has \(max(room, 0))")
        }
        let start = dataStart + Int(offset)
        guard let known = GGUFTensorType(rawValue: type) else {
            return GGUFEntry(
                name: name, type: nil, typeName: GGUFTensorType.name(of: type), shape: shape, range: start..<start)
        }
        guard (shape.last ?? 1) % known.blockCount == 0 else {
            throw reader.fault(
                "the rows of tensor \"\(name)\" have \(shape.last ?? 1) numbers; type \(known.name) needs a multiple of "
                    + "\(known.blockCount)")
        }
        let (bytes, overflow) = (count / known.blockCount).multipliedReportingOverflow(by: known.blockByteCount)
        guard !overflow, bytes <= fileCount - start else {
            throw reader.fault(
                "the tensor \"\(name)\" of shape \(shape) and type \(known.name) reaches beyond the end of the file, which has "
                    + "\(fileCount) bytes; it may be cut short")
        }
        return GGUFEntry(name: name, type: known, typeName: known.name, shape: shape, range: start..<start + bytes)
    }
}
