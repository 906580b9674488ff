/// What can keep a connection file from being read, written or followed.
package enum ConnectionFileError: Error, Equatable, CustomStringConvertible {
    /// The system refused to read or write it.
    case refused(path: String, reason: String)
    /// It has keys for CurveZMQ.
    case noCurve

    package var description: String {
        switch self {
        case .refused(let path, let reason): "connection file: \(path): \(reason)"
        case .noCurve: "connection file: it asks for CurveZMQ, which this libzmq was built without"
        }
    }
}
