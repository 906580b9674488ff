import JupyterProtocol
import Testing

struct MessageSignatureTests {
    private let parts = ["The quick ", "brown fox jumps", " over the", " lazy dog"].map { Array($0.utf8) }

    /// Values that Python's `hmac` gives for the key `key`.
    @Test(arguments: [
        (SignatureScheme.sha256, "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8"),
        (
            .sha512,
            "b42af09057bac1e2d41708e48a902e09b5ff7f12ab428a4fe86653c73dd248fb"
                + "82f948a549f7b791a5b41915ee4d1ec3935357e4e2317250d0372afa2ebeeb3a"
        ),
    ])
    func partsAreSignedAsOneTextInLowerCaseHex(scheme: SignatureScheme, expected: String) {
        let signature = MessageSignature(key: "key", scheme: scheme)
        #expect(String(decoding: signature.sign(parts), as: UTF8.self) == expected)
        #expect(signature.isValid(Array(expected.utf8), for: parts))
    }

    @Test func nothingButTheExactDigitsIsValid() {
        let signature = MessageSignature(key: "key", scheme: .sha256)
        let right = signature.sign(parts)
        for place in right.indices {
            var wrong = right
            wrong[place] ^= 1
            #expect(!signature.isValid(wrong, for: parts))
        }
        #expect(!signature.isValid([], for: parts))
        #expect(!signature.isValid(Array(right.dropLast()), for: parts))
        #expect(!signature.isValid(right + right, for: parts))
        #expect(!signature.isValid(Array(String(decoding: right, as: UTF8.self).uppercased().utf8), for: parts))
    }

    @Test func anotherKeyIsAnotherSignature() {
        let other = MessageSignature(key: "kez", scheme: .sha256)
        #expect(!other.isValid(MessageSignature(key: "key", scheme: .sha256).sign(parts), for: parts))
    }

    @Test func anEmptyKeyMeansNoSigning() {
        let none = MessageSignature(key: "", scheme: .sha256)
        #expect(!none.isSigning && none.sign(parts).isEmpty)
        #expect(none.isValid([], for: parts) && none.isValid([1, 2], for: parts))
    }

    @Test func aSchemeThatIsNotKnownIsAnErrorThatNamesThoseThatAre() {
        #expect(throws: JupyterProtocolError.unknownSignatureScheme("hmac-crc32")) {
            try SignatureScheme(named: "hmac-crc32")
        }
        let text = JupyterProtocolError.unknownSignatureScheme("hmac-crc32").description
        #expect(text.contains("hmac-crc32") && text.contains("hmac-sha256"))
    }
}
