/// Goes through the bytes of a text that are code: not within strings and comments.
struct CodeScan {
    private let bytes: [UInt8]
    private var offset = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// The place of the next byte of code; of a string its first quote counts.
    mutating func next() -> Int? {
        guard offset < bytes.count else { return nil }
        let place = offset
        switch bytes[offset] {
        case UInt8(ascii: "\""): skipText()
        case UInt8(ascii: "/"): skipComment()
        default: break
        }
        offset += 1
        return place
    }

    mutating func skip(to place: Int) { offset = max(offset, place) }

    private func has(_ text: StaticString, at place: Int) -> Bool {
        place + text.utf8CodeUnitCount <= bytes.count
            && (0..<text.utf8CodeUnitCount).allSatisfy { bytes[place + $0] == text.utf8Start[$0] }
    }

    /// To the last byte of a string; one that isn't closed ends with its line.
    private mutating func skipText() {
        let isLong = has("\"\"\"", at: offset)
        offset += isLong ? 3 : 1
        while offset < bytes.count {
            if bytes[offset] == UInt8(ascii: "\\") {
                offset += 2
                continue
            }
            if isLong, has("\"\"\"", at: offset) {
                offset += 2
                return
            }
            if !isLong, bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == 0x0A { return }
            offset += 1
        }
    }

    private mutating func skipComment() {
        if has("//", at: offset) {
            while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
        } else if has("/*", at: offset) {
            offset += 2
            while offset < bytes.count, !has("*/", at: offset) { offset += 1 }
        }
    }
}
