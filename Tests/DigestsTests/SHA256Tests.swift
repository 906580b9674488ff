import Digests
import Testing

/// Hashes are those of FIPS 180-4's examples, in whatever pieces the bytes come.
struct SHA256Tests {
    @Test func hashesAreTheStandardsOwn() {
        var hash = SHA256()
        #expect(hash.text() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        hash.append(Array("ab".utf8))
        hash.append(Array("c".utf8))
        #expect(hash.text() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
