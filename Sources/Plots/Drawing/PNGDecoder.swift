internal import CZlib
internal import SessionSafety

/// A picture as a PNG file holds it.
package struct PNGPicture: Equatable {
    package let width: Int
    package let height: Int
    /// How many samples a pixel has: 1 for grey or for a place in the palette, 2 with transparency, 3 or 4 for colours.
    package let channels: Int
    /// Row by row, in 8 bits; of deeper pictures the upper eight.
    package let samples: [UInt8]
    /// Red, green, blue; empty for pictures that have none.
    package let palette: [UInt8]

    /// Red, green and blue of each pixel, and how opaque it is.
    package var colors: [UInt8] {
        var colors: [UInt8] = []
        colors.reserveCapacity(width * height * 4)
        for start in stride(from: 0, to: samples.count, by: channels) {
            let sample = samples[start]
            switch channels {
            case 1 where !palette.isEmpty:
                let entry = Int(sample) * 3
                colors += entry + 3 <= palette.count ? palette[entry..<entry + 3] + [255] : [0, 0, 0, 255]
            case 1: colors += [sample, sample, sample, 255]
            case 2: colors += [sample, sample, sample, samples[start + 1]]
            case 3: colors += samples[start..<start + 3] + [255]
            default: colors += samples[start..<start + 4]
            }
        }
        return colors
    }
}

/// What is wrong with a PNG file.
package struct PNGError: Error, CustomStringConvertible {
    package let description: String
    init(_ description: String) { self.description = description }
}

/// Reads PNG files (https://www.w3.org/TR/png-3/): all colour types and depths, without interlacing.
package enum PNGDecoder {
    /// More would be hundreds of megabytes.
    static let mostPixels = 40_000_000

    /// - Throws: ``PNGError``, or `Interrupted`.
    package static func picture(_ file: [UInt8]) throws -> PNGPicture {
        guard file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
            throw PNGError("is no PNG file")
        }
        var (header, palette, data): (ArraySlice<UInt8>, [UInt8], [UInt8]) = ([], [], [])
        var place = 8
        while place + 12 <= file.count {
            let count = integer(file[place..<place + 4])
            guard count <= file.count - place - 12 else { throw PNGError("ends within a chunk") }
            let body = file[(place + 8)..<(place + 8 + count)]
            switch String(decoding: file[(place + 4)..<(place + 8)], as: UTF8.self) {
            case "IHDR": header = body
            case "PLTE": palette = Array(body)
            case "IDAT": data += body
            default: break
            }
            place += 12 + count
        }
        return try picture(Array(header), palette, data)
    }

    private static func picture(_ header: [UInt8], _ palette: [UInt8], _ data: [UInt8]) throws -> PNGPicture {
        guard header.count == 13 else { throw PNGError("has no header") }
        let (width, height) = (integer(header[0..<4]), integer(header[4..<8]))
        let depth = Int(header[8])
        guard let channels = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][header[9]], [1, 2, 4, 8, 16].contains(depth) else {
            throw PNGError("has colours of an unknown kind")
        }
        guard header[12] == 0 else { throw PNGError("is interlaced, which is not read") }
        let (pixels, overflows) = width.multipliedReportingOverflow(by: height)
        guard width > 0, height > 0, !overflows, pixels <= mostPixels else {
            throw PNGError("is of \(width) × \(height) pixels, and at most \(mostPixels) are read")
        }
        let rowBytes = (width * channels * depth + 7) / 8
        let rows = try inflated(data, count: (rowBytes + 1) * height)
        var picture = Rows(bytes: rows, rowBytes: rowBytes, pixelBytes: max(1, channels * depth / 8))
        try picture.unfilter(height)
        let samples = picture.samples(width * channels, height, depth, isPalette: header[9] == 3)
        return PNGPicture(
            width: width, height: height, channels: channels, samples: samples, palette: header[9] == 3 ? palette : [])
    }

    private static func integer(_ bytes: some Sequence<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    private static func inflated(_ data: [UInt8], count: Int) throws -> [UInt8] {
        var result = [UInt8](repeating: 0, count: count)
        var stream = z_stream()
        inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        defer { inflateEnd(&stream) }
        var data = data
        let status = data.withUnsafeMutableBufferPointer { input in
            result.withUnsafeMutableBufferPointer { output in
                (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
                (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(output.count))
                return inflate(&stream, Z_FINISH)
            }
        }
        guard stream.total_out == count, status == Z_STREAM_END || status == Z_BUF_ERROR || status == Z_OK else {
            throw PNGError("holds \(stream.total_out) bytes of pixels where \(count) are needed")
        }
        return result
    }
}

/// The rows of a picture, each with the number of its filter before it.
private struct Rows {
    var bytes: [UInt8]
    let rowBytes: Int
    let pixelBytes: Int

    /// Turns differences into samples.
    mutating func unfilter(_ height: Int) throws {
        for row in 0..<height {
            if row & 63 == 0 { try Interruption.check() }
            let start = row * (rowBytes + 1)
            let filter = bytes[start]
            guard filter <= 4 else { throw PNGError("has a row with the unknown filter \(filter)") }
            guard filter > 0 else { continue }
            for column in 1...rowBytes {
                let place = start + column
                let left = column > pixelBytes ? Int(bytes[place - pixelBytes]) : 0
                let above = row > 0 ? Int(bytes[place - rowBytes - 1]) : 0
                let corner = row > 0 && column > pixelBytes ? Int(bytes[place - rowBytes - 1 - pixelBytes]) : 0
                bytes[place] &+= Self.predicted(filter, left, above, corner)
            }
        }
    }

    private static func predicted(_ filter: UInt8, _ left: Int, _ above: Int, _ corner: Int) -> UInt8 {
        switch filter {
        case 1: return UInt8(left)
        case 2: return UInt8(above)
        case 3: return UInt8((left + above) / 2)
        default:
            let guess = left + above - corner
            let (a, b, c) = (abs(guess - left), abs(guess - above), abs(guess - corner))
            return UInt8(a <= b && a <= c ? left : b <= c ? above : corner)
        }
    }

    func samples(_ perRow: Int, _ height: Int, _ depth: Int, isPalette: Bool) -> [UInt8] {
        var samples: [UInt8] = []
        samples.reserveCapacity(perRow * height)
        // Grey of few bits is spread over all eight; a place in a palette stays what it is.
        let factor = isPalette || depth >= 8 ? 1 : 255 / ((1 << depth) - 1)
        for row in 0..<height {
            let start = row * (rowBytes + 1) + 1
            for index in 0..<perRow {
                if depth >= 8 {
                    samples.append(bytes[start + index * depth / 8])
                } else {
                    let bit = index * depth
                    let value = Int(bytes[start + bit / 8]) >> (8 - depth - bit % 8) & ((1 << depth) - 1)
                    samples.append(UInt8(value * factor))
                }
            }
        }
        return samples
    }
}
