internal import FileSafety
internal import TensorCore

extension ReadableFile {
    /// Fills the buffer, in shares for the cores of a few pieces each, between which the stop flag is looked at.
    ///
    /// `inspect` sees each piece while it is in the processor's cache.
    func read(
        into buffer: UnsafeMutableRawBufferPointer, at offset: Int,
        inspecting inspect: (UnsafeRawBufferPointer) -> Void = { _ in }
    ) throws {
        guard let start = buffer.baseAddress else { return }
        let shares = (buffer.count + Self.shareLength - 1) / Self.shareLength
        _ = try onAllCores(shares) { share in
            let end = min(buffer.count, (share + 1) * Self.shareLength)
            for first in stride(from: share * Self.shareLength, to: end, by: Self.pieceLength) {
                let count = min(Self.pieceLength, end - first)
                try read(into: start + first, at: offset + first, count: count)
                inspect(UnsafeRawBufferPointer(start: start + first, count: count))
            }
        }
    }

    private static var shareLength: Int { 4 << 20 }
    private static var pieceLength: Int { 1 << 18 }
}
