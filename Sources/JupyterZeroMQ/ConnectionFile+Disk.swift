internal import FileSafety
package import JupyterProtocol
internal import Platform

extension ConnectionFile {
    /// Reads the file at `path`.
    /// - Throws: ``ConnectionFileError`` that names the file; `JupyterProtocolError` for what it says.
    package static func read(from path: String) throws -> ConnectionFile {
        guard let file = fopen(path, "r") else {
            throw ConnectionFileError.refused(path: path, reason: String(cString: strerror(errno)))
        }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: largestFile)
        let count = fread(&bytes, 1, bytes.count, file)
        return try ConnectionFile(json: Array(bytes.prefix(count)))
    }

    /// Writes the file; a new one can be read by its owner alone.
    /// - Throws: ``ConnectionFileError``.
    package func write(to path: String) throws {
        let bytes = try json()
        do {
            try WrittenFile.write(to: path, mode: 0o600) { try $0.append(bytes) }
        } catch let error as FileError {
            throw ConnectionFileError.refused(path: path, reason: error.problem)
        }
    }

    /// A warning when other users of the machine can read the key in the file at `path`, which lets them run code.
    package static func exposure(of path: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & 0o077 != 0 else { return nil }
        let mode = String(status.st_mode & 0o777, radix: 8)
        return "warning: \(path) is open to other users (mode \(mode)), who could run code here; try chmod 600"
    }

    private static let largestFile = 64 << 10
}
