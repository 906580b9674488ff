internal import FileSafety

/// The tensors of an archive that `torch.save` wrote, each checked against the bytes that it lies in.
struct TorchDictionary {
    let entries: [TorchEntry]

    /// A pickle of more bytes is no list of tensors.
    private static let longestPickle = 1 << 26

    init(_ archive: ZipArchive) throws {
        guard let name = archive.members.keys.filter({ $0.hasSuffix("/data.pkl") }).min(by: { $0.count < $1.count }),
            let place = try archive.place(of: name)
        else { throw archive.fault("there is no data.pkl in it") }
        guard place.count <= Self.longestPickle else {
            throw archive.fault("its pickle has \(place.count) bytes, and at most \(Self.longestPickle) are read")
        }
        let root = String(name.dropLast("data.pkl".count))
        try Self.checkByteOrder(archive, root)
        let bytes = try archive.file.bytes(at: place.lowerBound, count: place.count)
        var reader = PickleReader(bytes, path: archive.file.path)
        defer { reader.letGo() }
        guard case .dictionary(let dictionary) = try reader.value() else {
            throw archive.fault("it holds something else than a dictionary of tensors")
        }
        guard dictionary.entries.count <= MostInModelFiles.tensors else {
            throw archive.fault("it has more than \(MostInModelFiles.tensors) tensors, and no more are read")
        }
        entries = try dictionary.entries.compactMap { key, value in
            // Numbers and texts beside the tensors are nothing to a model.
            guard let name = key.text, case .tensor(let tensor) = value else { return nil }
            return try Self.entry(name, tensor, archive, root)
        }
    }

    private static func checkByteOrder(_ archive: ZipArchive, _ root: String) throws {
        guard let place = try archive.place(of: root + "byteorder"), place.count <= 16 else { return }
        let order = String(decoding: try archive.file.bytes(at: place.lowerBound, count: place.count), as: UTF8.self)
        guard order != "little" else { return }
        throw TorchFileError.unsupported(path: archive.file.path, problem: "its numbers are \(order)-endian")
    }

    private static func entry(
        _ name: String, _ tensor: PickleTensor, _ archive: ZipArchive, _ root: String
    ) throws -> TorchEntry {
        guard let bytes = try archive.place(of: root + "data/" + tensor.key) else {
            throw archive.fault("the numbers \"data/\(tensor.key)\" of tensor \"\(name)\" are not in it")
        }
        let held = bytes.count / tensor.type.byteCount
        guard tensor.offset >= 0, tensor.shape.allSatisfy({ $0 >= 0 }), tensor.strides.allSatisfy({ $0 >= 0 }),
            let last = lastPlace(tensor), last < min(held, tensor.storageCount)
        else {
            throw archive.fault(
                "tensor \"\(name)\" of shape \(tensor.shape) and strides \(tensor.strides) from \(tensor.offset) on "
                    + "does not lie in its \(min(held, tensor.storageCount)) numbers")
        }
        return TorchEntry(
            name: name, type: tensor.type, shape: tensor.shape, strides: tensor.strides,
            start: bytes.lowerBound + tensor.offset * tensor.type.byteCount)
    }

    /// Where the last number of a tensor lies among those of its storage, −1 where it has none; nil when that or the number
    /// of its elements can't be said.
    private static func lastPlace(_ tensor: PickleTensor) -> Int? {
        var (count, last) = (1, tensor.offset)
        for (length, stride) in zip(tensor.shape, tensor.strides) {
            let (elements, tooMany) = count.multipliedReportingOverflow(by: length)
            let (step, tooFar) = max(0, length - 1).multipliedReportingOverflow(by: stride)
            let (place, beyond) = last.addingReportingOverflow(step)
            guard !tooMany, !tooFar, !beyond else { return nil }
            (count, last) = (elements, place)
        }
        // A tensor that repeats few numbers is none that a file of weights has, and could be of any size.
        guard count > 0 else { return -1 }
        return count <= max(1, tensor.storageCount) ? last : nil
    }
}
