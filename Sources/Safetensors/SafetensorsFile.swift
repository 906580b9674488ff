internal import FileSafety
public import TensorCore

/// A file of named tensors in the safetensors format, its header read and checked, its data still on disk.
///
/// ```swift
/// let file = try SafetensorsFile("model.safetensors")
/// let embedding = try file.tensor("wte.weight")       // [d_vocab, d_model]
/// ```
/// Nothing in the file is believed before it is checked: lengths, ranges, types and shapes are held against each other
/// and against the file's size when it is opened.
public struct SafetensorsFile: Sendable {
    /// Where the file lies.
    public let path: String
    /// What the file says about itself.
    public let metadata: [String: String]
    /// The tensors in the order of their data, but for those of a type that is not known here.
    public let entries: [SafetensorsEntry]

    private let others: [String: String]
    private let byName: [String: SafetensorsEntry]
    private let dataStart: Int

    /// Opens the file and checks its header.
    /// - Throws: ``SafetensorsError`` when it can't be read or is not well formed.
    public init(_ path: String) throws {
        let (file, header) = try SafetensorsError.reading {
            let file = try ReadableFile(path)
            return (file, try SafetensorsHeader(file))
        }
        self.path = file.path
        metadata = header.metadata
        entries = header.entries
        others = header.others
        byName = Dictionary(header.entries.map { ($0.name, $0) }) { first, _ in first }
        dataStart = header.dataStart
    }

    /// The names of all tensors, in the order of their data; behind them those of a type that is not known here.
    public var names: [String] { entries.map(\.name) + others.keys.sorted() }

    /// What the file says about one tensor, or nil when it isn't there or of a type that is not known here.
    public func entry(_ name: String) -> SafetensorsEntry? { byName[name] }

    /// Reads one tensor; 16-bit and 64-bit floats become float32, all integers int64.
    ///
    /// `try file.tensor("wte.weight")`
    /// - Throws: ``SafetensorsError`` when there is none of that name, its type is not known, or the file has changed since it was opened.
    public func tensor(_ name: String) throws -> Tensor { try tensor(name) { _ in } }

    /// Reads one tensor; `inspect` sees all elements of one of floats, piece by piece and from several threads, while they
    /// are in the processor's cache.
    package func tensor(_ name: String, inspecting inspect: @escaping FloatInspection) throws -> Tensor {
        if let type = others[name] { throw SafetensorsError.unknownType(name: name, path: path, dtype: type) }
        guard let entry = byName[name] else { throw SafetensorsError.noTensor(name: name, path: path, names: names) }
        return try SafetensorsError.reading {
            try TensorReader(
                file: try ReadableFile(path), entry: entry, dataStart: dataStart, inspect: inspect
            ).tensor()
        }
    }

    /// Reads all tensors, but for those of a type that is not known here, such as U16 or F8_E4M3.
    ///
    /// `try file.tensors()`
    public func tensors() throws -> [String: Tensor] {
        let read = try read(entries)
        return Dictionary(zip(entries.map(\.name), read)) { first, _ in first }
    }

    private func read(_ entries: [SafetensorsEntry]) throws -> [Tensor] {
        try SafetensorsError.reading {
            let file = try ReadableFile(path)
            return try entries.map { try TensorReader(file: file, entry: $0, dataStart: dataStart).tensor() }
        }
    }
}

extension SafetensorsFile: CustomStringConvertible {
    /// What it holds and where it lies, in a line.
    public var description: String { "SafetensorsFile of \(entries.count) tensors at \(path)" }
}

/// What looks at numbers as they come from a file.
package typealias FloatInspection = @Sendable (UnsafeBufferPointer<Float>) -> Void

/// Reads all tensors of a safetensors file, but for those of a type that is not known here, such as U16 or F8_E4M3.
///
/// ```swift
/// let tensors = try loadTensors(from: "sweep.safetensors")
/// let grid = tensors["grid"]
/// ```
/// - Throws: ``SafetensorsError`` naming the file, the tensor, and what was expected and found.
public func loadTensors(from path: String) throws -> [String: Tensor] { try SafetensorsFile(path).tensors() }
