internal import FileSafety
public import TensorCore

/// A model file of llama.cpp's kind: metadata, and named tensors of packed numbers, which are read as float32.
///
/// ```swift
/// let file = try GGUFFile("model.gguf")
/// file.metadata["general.architecture"]?.string            // "llama"
/// let embedding = try file.tensor("token_embd.weight")     // [d_vocab, d_model]
/// ```
/// Nothing in the file is believed before it is checked against its size; the numbers are those that the format's own
/// Python package gives, to the last bit.
public struct GGUFFile: Sendable {
    /// Where the file lies.
    public let path: String
    /// What the file says about the model and its tokenizer.
    public let metadata: [String: GGUFValue]
    /// The tensors in the order of the file's table.
    public let entries: [GGUFEntry]

    private let byName: [String: GGUFEntry]

    /// Opens the file and checks what it says.
    /// - Throws: ``GGUFError`` when it can't be read or is not well formed.
    public init(_ path: String) throws {
        let file = try Self.readable(path)
        let head = try Self.reading { try GGUFHead(file) }
        self.path = file.path
        metadata = head.metadata
        entries = head.entries
        byName = Dictionary(head.entries.map { ($0.name, $0) }) { first, _ in first }
    }

    /// The names of all tensors.
    public var names: [String] { entries.map(\.name) }

    /// What the file says about one tensor, or nil when it isn't there.
    public func entry(_ name: String) -> GGUFEntry? { byName[name] }

    /// Reads one tensor as float32, the axis whose elements are neighbours last: `try file.tensor("token_embd.weight")`.
    /// - Throws: ``GGUFError`` when there is none of that name, its type is not read, or the file has changed.
    public func tensor(_ name: String) throws -> Tensor { try tensor(name) { _ in } }

    /// Reads one tensor; `inspect` sees all its numbers, piece by piece and from several threads, while they are in the
    /// processor's cache.
    package func tensor(
        _ name: String, inspecting inspect: @escaping @Sendable (UnsafeBufferPointer<Float>) -> Void
    ) throws -> Tensor {
        guard let entry = byName[name] else { throw GGUFError.noTensor(name: name, path: path, names: names) }
        guard let type = entry.type else {
            throw GGUFError.unsupportedType(name: name, path: path, type: entry.typeName)
        }
        let file = try Self.readable(path)
        let tensor = try Self.reading {
            try Tensor(uninitialized: entry.shape) { try Self.fill($0, from: file, entry.range, type, inspect) }
        }
        guard tensor.shape == entry.shape else {
            throw GGUFError.tooLarge(name: name, path: path, shape: entry.shape)
        }
        return tensor
    }

    /// Reads and unpacks a piece at a time on all cores, so that the packed tensor is never in memory as a whole.
    private static func fill(
        _ out: UnsafeMutableBufferPointer<Float>, from file: ReadableFile, _ range: Range<Int>, _ type: GGUFTensorType,
        _ inspect: @escaping @Sendable (UnsafeBufferPointer<Float>) -> Void
    ) throws {
        guard let start = out.baseAddress else { return }
        let (numbers, bytes) = (type.blockCount, type.blockByteCount)
        let blocks = range.count / bytes
        let perPiece = max(1, (1 << 18) / bytes)
        // Each piece writes blocks of its own.
        nonisolated(unsafe) let target = start
        _ = try onAllCores((blocks + perPiece - 1) / perPiece) { piece in
            let first = piece * perPiece
            let count = min(perPiece, blocks - first)
            let packed = try file.bytes(at: range.lowerBound + first * bytes, count: count * bytes)
            packed.withUnsafeBytes { packed in
                guard let source = packed.baseAddress else { return }
                for block in 0..<count {
                    Dequantization.block(type, source + block * bytes, target + (first + block) * numbers)
                }
                inspect(UnsafeBufferPointer(start: target + first * numbers, count: count * numbers))
            }
        }
    }

    private static func readable(_ path: String) throws -> ReadableFile { try reading { try ReadableFile(path) } }

    private static func reading<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let error as FileError {
            throw GGUFError.unreadable(path: error.path, reason: error.problem)
        }
    }
}

/// What a GGUF file says about one tensor.
public struct GGUFEntry: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// The kind of its numbers; nil for one that is not read.
    public let type: GGUFTensorType?
    /// The format's name for that kind.
    public let typeName: String
    /// Its lengths, the axis whose elements are neighbours last.
    public let shape: [Int]
    /// Where its bytes lie in the file; empty when the kind is not read.
    public let range: Range<Int>
}

extension GGUFFile: CustomStringConvertible {
    /// What it holds and where it lies, in a line.
    public var description: String { "GGUFFile of \(entries.count) tensors at \(path)" }
}
