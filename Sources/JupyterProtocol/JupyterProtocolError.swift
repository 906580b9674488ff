/// What can be wrong with a message, a connection file or a signature scheme.
package enum JupyterProtocolError: Error, Equatable, CustomStringConvertible {
    /// The frames do not form a message: no delimiter, or fewer frames than a message has.
    case badFrames(String)
    /// The signature is missing, wrong, or was used before.
    case badSignature(String)
    /// The bytes are not the JSON that this message needs.
    case malformed(String)
    /// The connection file asks for a way to sign that this kernel does not know.
    case unknownSignatureScheme(String)
    /// The connection file cannot be used.
    case badConnectionFile(String)

    package var description: String {
        switch self {
        case .badFrames(let reason): "not a Jupyter message: \(reason)"
        case .badSignature(let reason): "signature refused: \(reason)"
        case .malformed(let reason): "malformed message: \(reason)"
        case .unknownSignatureScheme(let scheme):
            "unknown signature scheme \"\(scheme)\"; known are \(SignatureScheme.allNames)"
        case .badConnectionFile(let reason): "connection file: \(reason)"
        }
    }
}
