internal import FileSafety
internal import Safetensors
internal import SessionSafety
internal import TensorCore

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What one process has computed of a sweep, as a safetensors file: a map [layer, head] for each method, or of a patching one
/// [layer, place…], NaN where another part has the number.
struct SweepPart {
    let path: String
    let share: SweepShare
    /// The lengths of the axes of what is gone through in a layer.
    let lengths: [Int]
    let experiment: SweepExperiment
    let sweep: HeadSweep

    private static let kind = "swiftlens sweep part"
    private static let clean = "clean"
    private static let all = "all"

    func save() throws {
        var tensors = [Self.clean: Tensor(experiment.clean)]
        for (number, map) in sweep.maps.enumerated() { tensors[Self.name(number)] = map }
        var metadata = experiment.settings
        metadata["kind"] = Self.kind
        metadata["layers"] = Self.text(share.layers)
        metadata["places"] = Self.text(share.places)
        metadata["lengths"] = Self.text(lengths)
        metadata["chosen prompts"] = share.prompts.map(Self.text) ?? Self.all
        metadata["part"] = "\(share.part.index + 1)/\(share.part.count)"
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
                path: path, what: "choice of heads", found: "\(part.share)", expected: "\(share)")
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
        guard let lengths = Self.numbers(metadata.removeValue(forKey: "lengths")), let first = maps.first,
            first.ndim > lengths.count, Array(first.shape[1...lengths.count]) == lengths,
            maps.allSatisfy({ $0.shape == first.shape }),
            let share = Self.share(&metadata, first.shape, lengths)
        else {
            throw SweepPartError.noPart(path: path, problem: "its maps or its metadata are not those of a part")
        }
        (self.share, self.lengths) = (share, lengths)
        experiment = SweepExperiment(settings: metadata, clean: try file.tensor(Self.clean).toArray())
        sweep = HeadSweep(methods: names, maps: maps)
        self.path = path
    }

    init(path: String, share: SweepShare, lengths: [Int], experiment: SweepExperiment, sweep: HeadSweep) {
        self.path = path
        self.share = share
        self.lengths = lengths
        self.experiment = experiment
        self.sweep = sweep
    }

    /// What the metadata say of the part's cells; nil where they can't be those of a map of this shape.
    private static func share(_ metadata: inout [String: String], _ shape: [Int], _ lengths: [Int]) -> SweepShare? {
        let prompts = metadata.removeValue(forKey: "chosen prompts")
        guard let layers = numbers(metadata.removeValue(forKey: "layers")),
            let places = numbers(metadata.removeValue(forKey: "places")),
            let part = place(metadata.removeValue(forKey: "part"))
        else { return nil }
        let chosen = prompts == all ? nil : numbers(prompts)
        if prompts != all, chosen == nil || shape.count != lengths.count + 2 { return nil }
        let (count, isOver) = lengths.reduce((1, false)) { so, length in
            let (product, isOver) = so.0.multipliedReportingOverflow(by: length)
            return (product, so.1 || isOver)
        }
        guard !isOver else { return nil }
        return try? SweepShare(
            layers: layers, of: shape[0], places: places, of: count, prompts: chosen, of: shape.last ?? 0, part: part)
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
