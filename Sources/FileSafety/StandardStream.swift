internal import Platform

/// A stream of this process that text is written to.
package enum StandardStream: Int32 {
    case output = 1
    case error = 2

    /// Writes `text` as it is. What nobody reads any more is dropped.
    package func write(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let done = bytes.withUnsafeBytes { systemWrite(rawValue, $0) }
            if done < 0 && (errno == EINTR || errno == EAGAIN) { continue }
            guard done > 0 else { return }
            bytes = bytes.dropFirst(done)
        }
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}
