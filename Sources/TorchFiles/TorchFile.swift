internal import FileSafety
public import TensorCore

/// A file of tensors that PyTorch's `torch.save` wrote, read without running anything in it.
///
/// ```swift
/// let file = try TorchFile("model_final.pth")
/// let embedding = try file.tensor("embed.W_E")        // [d_vocab, d_model]
/// ```
/// Such a file is an archive with a pickle, which is a program for a small machine. Of that machine only what a dictionary of
/// tensors needs is built here: a pickle that names anything else, a function or a class, is refused with its name. Files of
/// PyTorch before 1.6, which are no archives, and tensors that are compressed are refused too.
public struct TorchFile: Sendable {
    /// Where the file lies.
    public let path: String
    /// The tensors in the order in which the file names them.
    public let entries: [TorchEntry]

    private let byName: [String: TorchEntry]

    /// Opens the file and checks what it says against its size.
    /// - Throws: ``TorchFileError`` when it can't be read, is not well formed, or asks for more than tensors.
    public init(_ path: String) throws {
        let (file, entries) = try TorchFileError.reading {
            let file = try ReadableFile(path)
            return (file, try TorchDictionary(ZipArchive(file)).entries)
        }
        self.path = file.path
        self.entries = entries
        byName = Dictionary(entries.map { ($0.name, $0) }) { first, _ in first }
    }

    /// The names of all tensors.
    public var names: [String] { entries.map(\.name) }

    /// What the file says about one tensor, or nil when it isn't there.
    public func entry(_ name: String) -> TorchEntry? { byName[name] }

    /// Reads one tensor; floats of every width become float32, integers int64: `try file.tensor("embed.W_E")`.
    /// - Throws: ``TorchFileError`` when there is none of that name, or the file has changed.
    public func tensor(_ name: String) throws -> Tensor {
        guard let entry = byName[name] else { throw TorchFileError.noTensor(name: name, path: path, names: names) }
        let tensor = try TorchFileError.reading { try StridedReader(file: ReadableFile(path), entry: entry).tensor() }
        guard tensor.shape == entry.shape else {
            throw TorchFileError.tooLarge(name: name, path: path, shape: entry.shape)
        }
        return tensor
    }
}

/// What a file of PyTorch says about one tensor.
public struct TorchEntry: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// The kind of its numbers.
    public let type: TorchNumber
    /// Its lengths.
    public let shape: [Int]
    /// How many numbers lie from one to the next along each axis.
    public let strides: [Int]
    /// Where its first number lies in the file, in bytes.
    let start: Int

    /// The number of its elements.
    public var count: Int { shape.reduce(1, *) }
}

extension TorchFile: CustomStringConvertible {
    /// What it holds and where it lies, in a line.
    public var description: String { "TorchFile of \(entries.count) tensors at \(path)" }
}
