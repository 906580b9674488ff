extension KeyedDecodingContainer {
    /// The value of `key`, or `standard` when the sender left it out or sent null.
    ///
    /// A value of a wrong type is still an error: guessing would hide a sender's mistake.
    func value<Value: Decodable>(_ key: Key, default standard: Value) throws -> Value {
        try decodeIfPresent(Value.self, forKey: key) ?? standard
    }
}
