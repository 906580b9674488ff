internal import CZlib
internal import SessionSafety

/// Writes indexed images as PNG files (https://www.w3.org/TR/png-3/). The same image always gives the same bytes.
package enum PNGEncoder {
    /// The file's bytes: signature, IHDR, PLTE, one IDAT, IEND. Rows are unfiltered, so that the inflated IDAT is the
    /// indices with a zero before each row; the scripts in the pictures read them back that way.
    package static func encode(_ image: IndexedImage) throws -> [UInt8] {
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let header = bigEndian(image.width) + bigEndian(image.height) + [8, 3, 0, 0, 0]
        file += chunk("IHDR", header)
        file += chunk("PLTE", image.palette.flatMap { [$0.red, $0.green, $0.blue] })
        file += chunk("IDAT", try deflated(rows(of: image)))
        file += chunk("IEND", [])
        return file
    }

    private static func rows(of image: IndexedImage) throws -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity((image.width + 1) * image.height)
        for row in 0..<image.height {
            if row & 255 == 0 { try Interruption.check() }
            bytes.append(0)
            bytes += image.pixels[row * image.width..<(row + 1) * image.width]
        }
        return bytes
    }

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + content
        return bigEndian(content.count) + body + bigEndian(Int(crc32(0, body, UInt32(body.count))))
    }

    private static func bigEndian(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    /// In pieces, which gives the same bytes as all at once.
    private static func deflated(_ bytes: [UInt8]) throws -> [UInt8] {
        var stream = z_stream()
        deflateInit_(&stream, 9, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        var result = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
        try result.withUnsafeMutableBufferPointer { output in
            stream.next_out = output.baseAddress
            stream.avail_out = UInt32(output.count)
            var input = bytes
            try input.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                try Blocks.forEach(0..<input.count) { piece in
                    stream.avail_in = UInt32(piece.count)
                    deflate(&stream, Z_NO_FLUSH)
                }
                deflate(&stream, Z_FINISH)
            }
        }
        return Array(result[..<Int(stream.total_out)])
    }
}
