internal import TextFormats

/// Text that a cell printed.
package struct Stream: MessageContent {
    package static let messageType = "stream"

    package enum Name: String, Codable, Sendable { case stdout, stderr }

    package var name: Name
    package var text: String

    package init(name: Name, text: String) {
        self.name = name
        self.text = text
    }
}

extension Stream: JSONWritable {
    func write(to bytes: inout [UInt8]) { bytes.append(jsonObject: ["name": name.rawValue, "text": text]) }
}
