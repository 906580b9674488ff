internal import JupyterProtocol

extension KernelServer {
    /// Binds what the connection file at `path` says, and writes the ports into it that it leaves open.
    ///
    /// ```swift
    /// let server = try KernelServer(connectionFile: path) { warning in fputs(warning + "\n", stderr) }
    /// ```
    /// - Parameter warn: Told when other users of the machine can read the file's key.
    /// - Throws: ``ConnectionFileError`` and `JupyterProtocolError` about the file, ``ZeroMQError`` about an address which is not to be had.
    package convenience init(connectionFile path: String, warn: (String) -> Void) throws {
        let file = try ConnectionFile.read(from: path)
        if let warning = ConnectionFile.exposure(of: path) { warn(warning) }
        try self.init(file)
        if self.file != file { try self.file.write(to: path) }
    }
}
