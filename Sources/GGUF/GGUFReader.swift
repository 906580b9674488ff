internal import FileSafety

/// Goes through the head of a GGUF file: numbers of little-endian bytes, texts with their length in front.
///
/// The file is read in pieces as it is needed, and no count in it is believed beyond what the file's size can hold.
struct GGUFReader {
    private let file: ReadableFile
    private(set) var position = 0
    private var piece: [UInt8] = []
    private var pieceStart = 0
    private var elementCount = 0

    private static let pieceLength = 1 << 20

    init(_ file: ReadableFile) { self.file = file }

    /// The bytes behind the position.
    var rest: Int { file.byteCount - position }

    mutating func number<Number: FixedWidthInteger & BitwiseCopyable>(_: Number.Type) throws -> Number {
        let size = MemoryLayout<Number>.size
        try need(size, "a number of \(size) bytes")
        let value = piece.withUnsafeBytes {
            $0.loadUnaligned(fromByteOffset: position - pieceStart, as: Number.self)
        }
        position += size
        return Number(littleEndian: value)
    }

    /// A count of things of at least `least` bytes each.
    mutating func count(of what: String, least: Int = 1) throws -> Int {
        let count = try number(UInt64.self)
        guard count <= UInt64(rest / least) else {
            throw fault("\(count) \(what) are announced at byte \(position - 8), and \(rest) bytes follow")
        }
        return Int(count)
    }

    /// Throws where so many elements, together with those of all lists before, are more than a file has.
    mutating func take(elements count: Int) throws {
        // An element takes far more room in memory than a byte in the file.
        elementCount += count
        guard elementCount <= MostInModelFiles.elements else {
            throw fault(
                "its lists have \(elementCount) elements and more, and at most \(MostInModelFiles.elements) are read")
        }
    }

    mutating func text(_ what: String, most: Int = .max) throws -> String {
        let count = try count(of: "bytes of \(what)")
        guard count <= most else { throw fault("\(what) has \(count) bytes, and at most \(most) are read") }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        var left = count
        while left > 0 {
            try need(1, what)
            let start = position - pieceStart
            let part = min(left, piece.count - start)
            bytes += piece[start..<start + part]
            position += part
            left -= part
        }
        // A vocabulary's tokens may be parts of characters.
        return String(decoding: bytes, as: UTF8.self)
    }

    func fault(_ problem: String) -> GGUFError { .malformed(path: file.path, problem: problem) }

    /// Sees to it that the next bytes are in the piece.
    private mutating func need(_ count: Int, _ what: String) throws {
        guard count <= rest else { throw fault("it ends at byte \(file.byteCount), where \(what) was expected") }
        guard position < pieceStart || position + count > pieceStart + piece.count else { return }
        pieceStart = position
        piece = try file.bytes(at: position, count: min(Self.pieceLength, rest))
    }
}
