internal import FileSafety
internal import TextFormats

/// model.safetensors.index.json, or pytorch_model.bin.index.json: which of a checkpoint's files holds which tensor.
struct ShardIndex {
    static let safetensors = "model.safetensors.index.json"
    static let torch = "pytorch_model.bin.index.json"

    private let folder: String
    private let file: String
    /// The file of each tensor.
    private let fileNames: [String: String]

    /// - Throws: ``PretrainedModelError/badIndex(file:problem:)``.
    init(folder: String, name: String) throws {
        (self.folder, file) = (folder, folder + "/" + name)
        do {
            fileNames = try Self.fileNames(SmallFile.bytes(file))
        } catch let fault as JSONFault {
            throw PretrainedModelError.badIndex(file: file, problem: fault.problem)
        } catch let error as FileError {
            throw PretrainedModelError.badIndex(file: file, problem: error.problem)
        }
    }

    private static func fileNames(_ bytes: [UInt8]) throws(JSONFault) -> [String: String] {
        var scanner = JSONScanner(bytes, most: 2 * MostInModelFiles.tensors)
        var fileNames: [String: String]?
        guard scanner.peek() == "{" else { throw withoutMap }
        try scanner.forEachMember { (scanner, name: String) throws(JSONFault) in
            guard name == "weight_map" else { return try scanner.skipValue() }
            guard fileNames == nil else { throw JSONFault("the name \"weight_map\" occurs twice") }
            fileNames = try map(&scanner)
        }
        try scanner.expectEnd()
        guard let fileNames else { throw withoutMap }
        return fileNames
    }

    private static let withoutMap = JSONFault("an object \"weight_map\" of tensor names and file names is missing")

    private static func map(_ scanner: inout JSONScanner) throws(JSONFault) -> [String: String] {
        var (fileNames, shards): ([String: String], Set<String>) = ([:], [])
        try scanner.forEachMember { (scanner, tensor: String) throws(JSONFault) in
            let name = try fileName(scanner.tree(), of: tensor)
            guard fileNames.updateValue(name, forKey: tensor) == nil else {
                throw JSONFault("the name \"\(tensor)\" occurs twice")
            }
            shards.insert(name)
            guard fileNames.count <= MostInModelFiles.tensors, shards.count <= MostInModelFiles.shards else {
                throw JSONFault(
                    "it has more than \(MostInModelFiles.tensors) tensors or \(MostInModelFiles.shards) files, "
                        + "and no more are read")
            }
        }
        return fileNames
    }

    private static func fileName(_ value: JSONTree, of tensor: String) throws(JSONFault) -> String {
        guard let name = value.string, !name.isEmpty, !name.contains("/"), name != "..", name != "." else {
            throw JSONFault(
                "the tensor \"\(tensor)\" should have the name of a file in the same folder, and has \(value)")
        }
        return name
    }

    /// The names of the files, in order.
    private var shardNames: [String] { Set(fileNames.values).sorted() }

    /// Whether a folder has such an index, and all files that it names.
    static func isWhole(folder: String, name: String) -> Bool {
        SmallFile.exists(folder + "/" + name) && (try? ShardIndex(folder: folder, name: name))?.missing.isEmpty == true
    }

    private var missing: [String] { shardNames.filter { !SmallFile.exists(folder + "/" + $0) } }

    /// The files, each opened by its name, once it is sure that each tensor lies in the one that the index names, and only there.
    /// - Throws: ``PretrainedModelError`` that names files and tensors; what `open` throws.
    func shards(_ open: (String) throws -> any TensorSource) throws -> [any TensorSource] {
        let missing = missing
        guard missing.isEmpty else { throw PretrainedModelError.missingShards(index: file, names: missing) }
        let shards = try shardNames.map(open)
        var holders: [String: String] = [:]
        for (shard, name) in zip(shards, shardNames) {
            for tensor in shard.names {
                if let other = holders.updateValue(name, forKey: tensor) {
                    throw PretrainedModelError.tensorTwice(
                        name: tensor, files: [other, name].map { folder + "/" + $0 })
                }
            }
        }
        for (tensor, name) in fileNames.sorted(by: { $0.key < $1.key }) where holders[tensor] != name {
            let place = holders[tensor].map { "is in \($0)" } ?? "is in none of the files"
            throw PretrainedModelError.badIndex(
                file: file, problem: "it says that the tensor \"\(tensor)\" is in \(name), and it \(place)")
        }
        return shards
    }
}
