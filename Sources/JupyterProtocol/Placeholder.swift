internal import Crypto
internal import Foundation
public func probeSign(_ s: String) -> String { HMAC<SHA256>.authenticationCode(for: Data(s.utf8), using: SymmetricKey(data: Data("k".utf8))).map { String(format: "%02x", $0) }.joined() }
