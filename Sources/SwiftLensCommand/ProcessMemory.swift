internal import Platform

/// The memory that this process holds now, and the most that it has held.
enum ProcessMemory {
    /// As text, such as `312 MiB in use, 498 MiB at most so far`.
    static var summary: String {
        let most = "\(mebibytes(ProcessUse.peakBytes)) at most so far"
        return currentBytes.map { "\(mebibytes($0)) in use, \(most)" } ?? most
    }

    /// What the system says of this process; nil where it does not say.
    private static var currentBytes: Int? {
        guard let file = fopen("/proc/self/statm", "r") else { return nil }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 128)
        guard fgets(&line, Int32(line.count), file) != nil else { return nil }
        let fields = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self).split(
            separator: " ")
        return fields.dropFirst().first.flatMap { Int($0) }.map { $0 * Int(getpagesize()) }
    }

    private static func mebibytes(_ bytes: Int) -> String { "\(bytes >> 20) MiB" }
}
