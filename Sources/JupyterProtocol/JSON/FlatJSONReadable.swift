internal import TextFormats

/// What comes with every cell, and is read without Foundation's decoder, which takes ten times as long.
protocol FlatJSONReadable {
    /// Reads the usual form. Whatever else the protocol allows, or does not allow, is an error here, and up to the decoder.
    init(flat scanner: inout JSONScanner) throws
}

/// Says that JSON has not the usual form.
struct UnusualJSON: Error {}

extension FlatJSONReadable {
    /// nil when the bytes have not the usual form.
    init?(flat bytes: [UInt8]) {
        var scanner = JSONScanner(bytes)
        do {
            try self.init(flat: &scanner)
            try scanner.expectEnd()
        } catch {
            return nil
        }
    }
}

extension MessageHeader: FlatJSONReadable {
    init(flat scanner: inout JSONScanner) throws {
        var members: [String: String] = [:]
        try scanner.forEachMember { (scanner, name: String) throws(JSONFault) in
            guard members.updateValue(try scanner.string(), forKey: name) == nil else { throw JSONFault("twice") }
        }
        guard let id = members["msg_id"], let type = members["msg_type"] else { throw UnusualJSON() }
        self.init(
            messageID: id, session: members["session"] ?? "", username: members["username"] ?? "",
            date: members["date"] ?? "", messageType: type)
        version = members["version"] ?? ""
    }
}

extension ExecuteRequest: FlatJSONReadable {
    init(flat scanner: inout JSONScanner) throws {
        var code: String?
        var flags: [String: Bool] = [:]
        try scanner.forEachMember { (scanner, name: String) throws(JSONFault) in
            switch name {
            case "code" where code == nil: code = try scanner.string()
            case "silent", "store_history", "allow_stdin", "stop_on_error":
                guard flags.updateValue(try scanner.boolean(), forKey: name) == nil else { throw JSONFault("twice") }
            case "user_expressions":
                try scanner.expect("{")
                try scanner.expect("}")
            default: throw JSONFault("unusual")
            }
        }
        guard let code else { throw UnusualJSON() }
        self.init(
            code: code, silent: flags["silent"] ?? false, storeHistory: flags["store_history"],
            allowStdin: flags["allow_stdin"] ?? false, stopOnError: flags["stop_on_error"] ?? true)
    }
}
