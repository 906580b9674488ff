/// Bytes that should be text.
package enum UTF8Text {
    /// Where the first byte stands that belongs to no character; nil where all are text.
    package static func firstBadByte(in bytes: [UInt8]) -> Int? {
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        var (parser, iterator, place) = (UTF8.ForwardParser(), bytes.makeIterator(), 0)
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let character): place += character.count
            case .error, .emptyInput: return place
            }
        }
    }
}
