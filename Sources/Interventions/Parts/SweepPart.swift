internal import FileSafety
internal import Safetensors
internal import SessionSafety
internal import TensorCore

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What one process has computed of a sweep, as a safetensors file: a map [layer, head] for each method, NaN where another
/// part has the number.
struct SweepPart {
    let path: String
    let share: SweepShare
    let experiment: SweepExperiment
    let sweep: HeadSweep

    private static let kind = "swiftlens sweep part"
    private static let clean = "clean"

    func save() throws {
        var tensors = [Self.clean: Tensor(experiment.clean)]
        for (number, map) in sweep.maps.enumerated() { tensors[Self.name(number)] = map }
        var metadata = experiment.settings
        metadata["kind"] = Self.kind
        metadata["layers"] = Self.text(share.layers)
        metadata["heads"] = Self.text(share.heads)
        metadata["part"] = "\(share.place.index + 1)/\(share.place.count)"
        metadata["names"] = sweep.methods.joined(separator: "\n")
        if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
            try? FileManager.default.createDirectory(
                atPath: String(path[..<slash]), withIntermediateDirectories: true)
        }
        try saveTensors(tensors, to: path, metadata: metadata)
    }

    /// What a part holds that is there already; nil where it isn't.
    /// - Throws: ``SweepPartError`` for a file that is no part of this experiment.
    static func whole(at path: String, _ share: SweepShare, _ experiment: SweepExperiment) throws -> HeadSweep? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let part = try SweepPart(contentsOf: path)
        try experiment.check(part.experiment, at: path)
        guard part.share == share else {
            throw SweepPartError.otherExperiment(
                path: path, what: "choice of heads", found: "layers \(part.share.layers), heads \(part.share.heads)",
                expected: "layers \(share.layers), heads \(share.heads)")
        }
        return part.sweep
    }

    /// - Throws: ``SweepPartError/noPart(path:problem:)``, or what the file's reading throws.
    init(contentsOf path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { throw SweepPartError.missing([path]) }
        let file: SafetensorsFile
        do { file = try SafetensorsFile(path) } catch let error as SafetensorsError {
            throw SweepPartError.noPart(path: path, problem: "\(error)")
        }
        var metadata = file.metadata
        guard metadata.removeValue(forKey: "kind") == Self.kind else {
            throw SweepPartError.noPart(path: path, problem: "its metadata do not say that it is one")
        }
        let names = metadata.removeValue(forKey: "names")?.split(separator: "\n").map(String.init) ?? []
        let maps = try names.indices.map { try file.tensor(Self.name($0)) }
        guard let first = maps.first, first.ndim >= 2, maps.allSatisfy({ $0.shape == first.shape }),
            let layers = Self.numbers(metadata.removeValue(forKey: "layers")),
            let heads = Self.numbers(metadata.removeValue(forKey: "heads")),
            let part = Self.place(metadata.removeValue(forKey: "part"))
        else {
            throw SweepPartError.noPart(path: path, problem: "its maps or its metadata are not those of a part")
        }
        do { share = try SweepShare(first.shape, layers: layers, heads: heads, place: part) } catch {
            throw SweepPartError.noPart(path: path, problem: "\(error)")
        }
        experiment = SweepExperiment(settings: metadata, clean: try file.tensor(Self.clean).toArray())
        sweep = HeadSweep(methods: names, maps: maps)
        self.path = path
    }

    init(path: String, share: SweepShare, experiment: SweepExperiment, sweep: HeadSweep) {
        self.path = path
        self.share = share
        self.experiment = experiment
        self.sweep = sweep
    }

    private static func name(_ method: Int) -> String { "map\(method)" }
    private static func text(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ",") }

    private static func numbers(_ text: String?) -> [Int]? {
        let parts = text?.split(separator: ",").map { Int($0) } ?? []
        let numbers = parts.compactMap { $0 }
        return numbers.isEmpty || numbers.count != parts.count ? nil : numbers
    }

    private static func place(_ text: String?) -> ShardPlace? {
        guard let parts = text?.split(separator: "/").map({ Int($0) }), parts.count == 2, let number = parts[0],
            let count = parts[1]
        else { return nil }
        return try? Shard.part(number, of: count).place()
    }
}
