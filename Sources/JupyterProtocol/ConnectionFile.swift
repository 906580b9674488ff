/// Where a kernel binds its sockets and how it signs: the file that a front end writes before it starts a kernel.
///
/// ```swift
/// var file = try ConnectionFile(json: bytes)
/// file.address(of: .shell)                     // "tcp://127.0.0.1:53721"
/// ```
package struct ConnectionFile: Sendable, Equatable {
    /// How the sockets are reached.
    package enum Transport: String, Sendable { case tcp, ipc }

    package var transport: Transport
    /// A network address, or with ``Transport/ipc`` the beginning of a path.
    package var ip: String
    package var key: String
    package var signatureScheme: SignatureScheme
    /// Port by channel; 0 means that the kernel chooses.
    package var ports: [Channel: Int]
    /// Keys for CurveZMQ, when the front end wants the sockets encrypted.
    package var curve: CurveKeys?
    /// Everything that the file holds, known or not, kept for when it is written back.
    private var members: [String: JSONValue]

    /// Reads and checks a connection file.
    /// - Throws: ``JupyterProtocolError`` that names the member which is missing or wrong.
    package init(json: [UInt8]) throws {
        guard case .object(let members) = try MessageJSON.decode(JSONValue.self, from: json) else {
            throw JupyterProtocolError.badConnectionFile("not a JSON object")
        }
        self.members = members
        transport = try Self.transport(in: members)
        ip = try Self.ip(in: members)
        key = members["key"]?.string ?? ""
        signatureScheme = try SignatureScheme(named: members["signature_scheme"]?.string ?? "hmac-sha256")
        ports = try Self.ports(in: members)
        curve = try CurveKeys(members)
    }

    /// The address to bind for `channel`.
    package func address(of channel: Channel) -> String {
        let port = ports[channel] ?? 0
        let host = ip.contains(":") ? "[\(ip)]" : ip
        return transport == .tcp ? "tcp://\(host):\(port)" : "ipc://\(ip)-\(port)"
    }

    /// The file again, with the ports as they are now and everything else as it was.
    package func json() throws -> [UInt8] {
        var members = members
        for (channel, port) in ports { members[channel.portName] = .integer(port) }
        return try MessageJSON.encode(JSONValue.object(members), pretty: true)
    }
}

extension ConnectionFile {
    private static func transport(in members: [String: JSONValue]) throws -> Transport {
        let name = members["transport"]?.string ?? "tcp"
        guard let transport = Transport(rawValue: name) else {
            throw JupyterProtocolError.badConnectionFile("transport \"\(name)\"; known are tcp and ipc")
        }
        return transport
    }

    private static func ip(in members: [String: JSONValue]) throws -> String {
        guard let ip = members["ip"]?.string, !ip.isEmpty else {
            throw JupyterProtocolError.badConnectionFile("\"ip\" is missing or empty")
        }
        return ip
    }

    private static func ports(in members: [String: JSONValue]) throws -> [Channel: Int] {
        var ports: [Channel: Int] = [:]
        for channel in Channel.allCases {
            guard let port = members[channel.portName]?.integer else {
                throw JupyterProtocolError.badConnectionFile("\"\(channel.portName)\" is missing or no integer")
            }
            guard (0...65_535).contains(port) else {
                throw JupyterProtocolError.badConnectionFile("\"\(channel.portName)\" is \(port), not in 0...65535")
            }
            ports[channel] = port
        }
        let chosen = ports.values.filter { $0 != 0 }
        guard Set(chosen).count == chosen.count else {
            throw JupyterProtocolError.badConnectionFile("two channels share a port: \(chosen.sorted())")
        }
        return ports
    }
}

extension Channel {
    /// The member of the connection file that holds the port.
    var portName: String { "\(rawValue)_port" }
}
