internal import FileSafety
public import TensorCore
internal import TextFormats

/// Writes tensors to a safetensors file, which PyTorch, NumPy and others can read.
///
/// ```swift
/// try saveTensors(["grid": patchedHeads, "tokens": tokens], to: "sweep.safetensors")
/// ```
/// float32 is written as F32, int64 as I64, bool as BOOL. The file appears only when it is complete; one that was there
/// before gets the new content, and keeps its mode, owner and links.
/// - Throws: ``FileError`` when the file can't be written, ``SafetensorsError/reservedName``.
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
        try WrittenFile.write(to: path) { file in
            try file.append(header)
            for (_, tensor) in tensors { try tensor.withUnsafeBytes { try file.append($0) } }
        }
    }

    /// The length and the JSON, filled with spaces so that the data starts at a multiple of 8.
    private var header: [UInt8] {
        var start = 0
        var members = tensors.map { name, tensor in
            let end = start + tensor.byteCount
            defer { start = end }
            return "\(JSONText.string(name)):{\"dtype\":\"\(Self.name(tensor.dtype))\",\"shape\":["
                + tensor.shape.map(String.init).joined(separator: ",") + "],\"data_offsets\":[\(start),\(end)]}"
        }
        if !metadata.isEmpty {
            let pairs = metadata.sorted { $0.key < $1.key }.map { "\(JSONText.string($0)):\(JSONText.string($1))" }
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
}
