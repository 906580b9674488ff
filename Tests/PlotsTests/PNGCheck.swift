import CZlib
import Foundation
import Testing

/// A PNG read back: its size, palette and indices.
struct DecodedPNG {
    var width = 0
    var height = 0
    var palette: [UInt8] = []
    var pixels: [UInt8] = []

    /// Reads the kind of PNG that the pictures are: 8-bit indices, unfiltered rows. Nil when a checksum, a length or an
    /// index is wrong.
    init?(_ file: [UInt8]) {
        guard file.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] else { return nil }
        var (position, names, packed) = (8, [String](), [UInt8]())
        while position + 12 <= file.count {
            let length = Self.number(file, position)
            guard position + 12 + length <= file.count else { return nil }
            let body = Array(file[position + 4..<position + 8 + length])
            guard Int(crc32(0, body, UInt32(body.count))) == Self.number(file, position + 8 + length) else {
                return nil
            }
            let (name, content) = (String(decoding: body.prefix(4), as: UTF8.self), Array(body.dropFirst(4)))
            names.append(name)
            if name == "IHDR" { (width, height) = (Self.number(content, 0), Self.number(content, 4)) }
            if name == "PLTE" { palette = content }
            if name == "IDAT" { packed += content }
            position += 12 + length
        }
        guard names == ["IHDR", "PLTE", "IDAT", "IEND"], position == file.count else { return nil }
        var rows = [UInt8](repeating: 0, count: (width + 1) * height)
        var size = UInt(rows.count)
        guard uncompress(&rows, &size, packed, UInt(packed.count)) == 0, Int(size) == rows.count else { return nil }
        for row in 0..<height {
            guard rows[row * (width + 1)] == 0 else { return nil }
            pixels += rows[row * (width + 1) + 1..<(row + 1) * (width + 1)]
        }
        guard pixels.allSatisfy({ Int($0) < palette.count / 3 }) else { return nil }
    }

    private static func number(_ bytes: [UInt8], _ start: Int) -> Int {
        bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
    }
}

@discardableResult
func checkPNG(_ base64: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> DecodedPNG {
    let data = try #require(Data(base64Encoded: base64), sourceLocation: sourceLocation)
    return try #require(DecodedPNG([UInt8](data)), "a PNG that decodes", sourceLocation: sourceLocation)
}
