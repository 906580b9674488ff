internal import FileSafety

/// The table of a zip archive whose members lie in it as they are, which is how PyTorch writes them.
///
/// Nothing is believed beyond what the file's size can hold.
struct ZipArchive {
    let file: ReadableFile
    let members: [String: CentralEntry]
    /// Where the table begins, which members lie before.
    private let tableStart: Int

    init(_ file: ReadableFile) throws {
        self.file = file
        let end = try Self.end(file)
        let table = LittleEndian(bytes: try file.bytes(at: end.start, count: end.length))
        guard end.count <= MostInModelFiles.members else {
            throw Self.fault(file, "it has \(end.count) members, and at most \(MostInModelFiles.members) are read")
        }
        var (members, place) = ([String: CentralEntry](), 0)
        for _ in 0..<end.count {
            guard let entry = CentralEntry(table, at: place) else {
                throw Self.fault(file, "its table of members ends in the midst of one")
            }
            try Self.check(entry, file, before: end.start)
            members[entry.name] = entry
            place = entry.next
        }
        self.members = members
        tableStart = end.start
    }

    /// Where the bytes of a member lie, by its own head; nil where there is none of that name.
    func place(of name: String) throws -> Range<Int>? {
        try members[name].map { try Self.place($0, file, before: tableStart) }
    }

    func fault(_ problem: String) -> TorchFileError { Self.fault(file, problem) }

    private static func fault(_ file: ReadableFile, _ problem: String) -> TorchFileError {
        .malformed(path: file.path, problem: problem)
    }

    // MARK: The end of the file, which says where the table is

    private struct End {
        let count: Int, start: Int, length: Int
    }

    private static func end(_ file: ReadableFile) throws -> End {
        let length = min(file.byteCount, 22 + 65_535)
        let first = file.byteCount - length
        let tail = LittleEndian(bytes: try file.bytes(at: first, count: length))
        guard let place = stride(from: length - 22, through: 0, by: -1).first(where: { tail[4, $0] == 0x0605_4b50 })
        else {
            throw TorchFileError.unsupported(
                path: file.path,
                problem: "it is no zip archive, as PyTorch writes since version 1.6; save the state_dict again")
        }
        let short = [tail[2, place + 10], tail[4, place + 16], tail[4, place + 12]]
        let numbers =
            try short.contains { $0 == 0xFFFF || $0 == 0xFFFF_FFFF }
            ? longEnd(file, tail, first, place) ?? short : short
        guard let count = numbers[0], let start = numbers[1], let size = numbers[2], start >= 0, size >= 0,
            start <= file.byteCount, size <= file.byteCount - start, count <= size / 46
        else { throw fault(file, "the table of members does not lie in the file") }
        return End(count: count, start: start, length: size)
    }

    /// The same of archives with more or larger members.
    private static func longEnd(
        _ file: ReadableFile, _ tail: LittleEndian, _ first: Int, _ place: Int
    ) throws -> [Int?]? {
        let locator = place - 20
        guard locator >= 0, tail[4, locator] == 0x0706_4b50, let start = tail[8, locator + 8], start >= 0,
            start <= file.byteCount - 56
        else { return nil }
        let record = LittleEndian(bytes: try file.bytes(at: start, count: 56))
        guard record[4, 0] == 0x0606_4b50 else { return nil }
        return [record[8, 32], record[8, 48], record[8, 40]]
    }

    /// Throws for what the table itself shows to be wrong.
    private static func check(_ entry: CentralEntry, _ file: ReadableFile, before end: Int) throws {
        guard entry.method == 0, entry.storedSize == entry.size else {
            throw TorchFileError.unsupported(path: file.path, problem: "\"\(entry.name)\" in it is compressed")
        }
        guard entry.head >= 0, entry.head <= end - 30 else {
            throw fault(file, "\"\(entry.name)\" does not lie in the file")
        }
    }

    private static func place(_ entry: CentralEntry, _ file: ReadableFile, before end: Int) throws -> Range<Int> {
        let head = LittleEndian(bytes: try file.bytes(at: entry.head, count: 30))
        guard head[4, 0] == 0x0403_4b50, let name = head[2, 26], let extra = head[2, 28] else {
            throw fault(file, "there is no member at byte \(entry.head), where \"\(entry.name)\" should be")
        }
        let start = entry.head + 30 + name + extra
        guard start <= end, entry.size >= 0, entry.size <= end - start else {
            throw fault(file, "\"\(entry.name)\" of \(entry.size) bytes does not lie in the file")
        }
        return start..<(start + entry.size)
    }
}

/// A line of the table.
struct CentralEntry {
    let name: String
    let method: Int, storedSize: Int, size: Int, head: Int
    /// Where the next line begins.
    let next: Int

    /// nil where the table ends before the line does.
    init?(_ table: LittleEndian, at place: Int) {
        guard table[4, place] == 0x0201_4b50, let method = table[2, place + 10], let stored = table[4, place + 20],
            let size = table[4, place + 24], let nameLength = table[2, place + 28],
            let extraLength = table[2, place + 30], let commentLength = table[2, place + 32],
            let head = table[4, place + 42], let name = table.text(place + 46, nameLength)
        else { return nil }
        let extra = place + 46 + nameLength
        guard extra + extraLength + commentLength <= table.bytes.count else { return nil }
        // Numbers that don't fit in four bytes stand among the extras, in this order.
        var long = Self.longNumbers(table, extra, extraLength)[...]
        func whole(_ short: Int) -> Int { short == 0xFFFF_FFFF ? long.popFirst() ?? -1 : short }
        (self.name, self.method) = (name, method)
        self.size = whole(size)
        storedSize = whole(stored)
        self.head = whole(head)
        next = extra + extraLength + commentLength
    }

    private static func longNumbers(_ table: LittleEndian, _ start: Int, _ length: Int) -> [Int] {
        var place = start
        while place + 4 <= start + length, let kind = table[2, place], let size = table[2, place + 2] {
            if kind == 1 {
                return stride(from: place + 4, to: min(place + 4 + size, start + length) - 7, by: 8)
                    .compactMap { table[8, $0] }
            }
            place += 4 + size
        }
        return []
    }
}

/// Bytes, and the numbers in them.
struct LittleEndian {
    let bytes: [UInt8]

    /// The number of `width` bytes at `place`; nil beyond the end, and for one that no count can be.
    subscript(width: Int, place: Int) -> Int? {
        guard place >= 0, place <= bytes.count - width else { return nil }
        let value = (0..<width).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64(bytes[place + $1]) }
        return Int(exactly: value)
    }

    func text(_ place: Int, _ length: Int) -> String? {
        guard place >= 0, length >= 0, place <= bytes.count - length else { return nil }
        return String(decoding: bytes[place..<(place + length)], as: UTF8.self)
    }
}
