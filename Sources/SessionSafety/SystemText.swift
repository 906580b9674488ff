internal import Platform

/// A small text that the system keeps about itself, such as `/proc/meminfo`.
struct SystemText {
    let text: String

    /// Its first 8 kB; nil where there is no such file.
    init?(path: String) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        let bytes = [UInt8](unsafeUninitializedCapacity: 8192) { buffer, count in
            while count < buffer.count {
                let size = read(file, buffer.baseAddress.map { $0 + count }, buffer.count - count)
                guard size > 0 else { return }
                count += size
            }
        }
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// All the numbers in it.
    var numbers: [Int] { text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) } }

    /// The number that follows `name` at the start of a line.
    func number(after name: String) -> Int? {
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.first.map({ $0 == name }) ?? false { return words.dropFirst().first.flatMap { Int($0) } }
        }
        return nil
    }
}
