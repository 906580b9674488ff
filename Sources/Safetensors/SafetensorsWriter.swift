internal import SessionSafety
public import TensorCore

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Writes tensors to a safetensors file, which PyTorch, NumPy and others can read.
///
/// ```swift
/// try saveTensors(["grid": patchedHeads, "tokens": tokens], to: "sweep.safetensors")
/// ```
/// float32 is written as F32, int64 as I64, bool as BOOL. The file appears only when it is complete; one that was there
/// before is replaced.
/// - Throws: ``SafetensorsError`` when the file can't be written.
public func saveTensors(_ tensors: [String: Tensor], to path: String, metadata: [String: String] = [:]) throws {
    try SafetensorsWriter(tensors, metadata).write(to: path.expandingHome)
}

private struct SafetensorsWriter {
    /// Wide types first and then by name, as the reference implementation orders them: every tensor is aligned.
    private let tensors: [(name: String, tensor: Tensor)]
    private let metadata: [String: String]

    init(_ tensors: [String: Tensor], _ metadata: [String: String]) throws {
        guard tensors["__metadata__"] == nil else { throw SafetensorsError.reservedName }
        self.tensors = tensors.map { ($0.key, $0.value) }.sorted {
            ($1.tensor.dtype.byteCount, $0.name) < ($0.tensor.dtype.byteCount, $1.name)
        }
        self.metadata = metadata
    }

    func write(to path: String) throws {
        let unfinished = path + ".\(getpid()).unfinished"
        let descriptor = open(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw SafetensorsError.system(path: path, reason: .last) }
        do {
            defer { close(descriptor) }
            try write(header, descriptor, path)
            for (_, tensor) in tensors { try tensor.withUnsafeBytes { try write($0, descriptor, path) } }
        } catch {
            unlink(unfinished)
            throw error
        }
        guard rename(unfinished, path) == 0 else {
            let reason = SystemReason.last
            unlink(unfinished)
            throw SafetensorsError.system(path: path, reason: reason)
        }
    }

    /// The length and the JSON, filled with spaces so that the data starts at a multiple of 8.
    private var header: [UInt8] {
        var start = 0
        var members = tensors.map { name, tensor in
            let end = start + tensor.byteCount
            defer { start = end }
            return "\(JSONText.quoted(name)):{\"dtype\":\"\(Self.name(tensor.dtype))\",\"shape\":["
                + tensor.shape.map(String.init).joined(separator: ",") + "],\"data_offsets\":[\(start),\(end)]}"
        }
        if !metadata.isEmpty {
            let pairs = metadata.sorted { $0.key < $1.key }.map { "\(JSONText.quoted($0)):\(JSONText.quoted($1))" }
            members.insert("\"__metadata__\":{\(pairs.joined(separator: ","))}", at: 0)
        }
        var json = Array("{\(members.joined(separator: ","))}".utf8)
        json += [UInt8](repeating: 0x20, count: (8 - json.count % 8) % 8)
        return (0..<8).map { UInt8(truncatingIfNeeded: json.count >> (8 * $0)) } + json
    }

    private static func name(_ dtype: DType) -> String {
        switch dtype {
        case .float32: "F32"
        case .int64: "I64"
        case .bool: "BOOL"
        }
    }

    private func write(_ bytes: [UInt8], _ descriptor: Int32, _ path: String) throws {
        try bytes.withUnsafeBytes { try write($0, descriptor, path) }
    }

    private func write(_ bytes: UnsafeRawBufferPointer, _ descriptor: Int32, _ path: String) throws {
        var rest = bytes[...]
        while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
            try Interruption.check()
            #if canImport(Glibc)
                let done = Glibc.write(descriptor, start, min(rest.count, 4 << 20))
            #else
                let done = Darwin.write(descriptor, start, min(rest.count, 4 << 20))
            #endif
            if done < 0 && errno == EINTR { continue }
            guard done > 0 else { throw SafetensorsError.system(path: path, reason: .last) }
            rest = rest.dropFirst(done)
        }
    }
}

/// Strings as JSON writes them.
private enum JSONText {
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case ..<" ":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
