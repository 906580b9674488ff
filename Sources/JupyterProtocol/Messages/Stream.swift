internal import TextFormats

/// Text that a cell printed.
public struct Stream: MessageContent {
    public static let messageType = "stream"

    public enum Name: String, Codable, Sendable { case stdout, stderr }

    public var name: Name
    public var text: String

    public init(name: Name, text: String) {
        self.name = name
        self.text = text
    }
}

extension Stream: JSONWritable {
    func write(to bytes: inout [UInt8]) { bytes.append(jsonObject: ["name": name.rawValue, "text": text]) }
}
