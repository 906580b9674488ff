internal import FileSafety
internal import SessionSafety
internal import TensorCore

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension HeadSweep {
    /// Puts together all parts that ``HookedTransformer/ablateHeads(_:position:methods:layers:heads:prompts:shard:savingTo:recompute:prependBOS:paddingSide:attentionMask:metric:)``
    /// or a patching saved under a name; of a patching, the grid is the one map.
    ///
    /// ```swift
    /// let sweep = try HeadSweep(mergingPartsOf: "parts/zero")    // parts/zero-1-of-4.safetensors to …-4-of-4…
    /// ```
    /// - Throws: ``SweepPartError`` where a part is missing, is none, or is of another experiment.
    public init(mergingPartsOf name: String) throws {
        let name = name.expandingHome
        let counts = Set(try Self.parts(of: name).map(\.count)).sorted()
        guard let count = counts.first else { throw SweepPartError.noParts(name) }
        guard counts.count == 1 else { throw SweepPartError.severalDivisions(name, counts) }
        let paths = (1...count).map { SweepShare.path(name, number: $0, count: count) }
        let missing = paths.filter { !FileManager.default.fileExists(atPath: $0) }
        guard missing.isEmpty else { throw SweepPartError.missing(missing) }
        try self.init(mergingParts: paths)
    }

    /// Puts these parts together.
    ///
    /// `try HeadSweep(mergingParts: ["early.safetensors", "late.safetensors"])`
    /// - Throws: ``SweepPartError`` where heads are in no part or in two, or a part is of another experiment.
    public init(mergingParts paths: [String]) throws {
        let parts = try paths.map(\.expandingHome).map { path in
            try Interruption.check()
            return try SweepPart(contentsOf: path)
        }
        guard let first = parts.first else { throw SweepPartError.noParts("[]") }
        for part in parts.dropFirst() { try first.experiment.check(part.experiment, at: part.path) }
        var merged = try MergedMaps(parts, like: first)
        for part in parts {
            guard part.sweep.methods == first.sweep.methods else {
                throw SweepPartError.otherExperiment(
                    path: part.path, what: "methods", found: "\(part.sweep.methods)", expected: "\(first.sweep.methods)"
                )
            }
            try merged.add(part)
        }
        try merged.checkCovered(parts.map(\.share))
        self.init(methods: first.sweep.methods, maps: try merged.maps())
    }

    /// The parts that lie there under a name.
    private static func parts(of name: String) throws -> [(number: Int, count: Int)] {
        let slash = name.lastIndex(of: "/")
        let folder = slash.map { $0 == name.startIndex ? "/" : String(name[..<$0]) } ?? "."
        let prefix = (slash.map { String(name[name.index(after: $0)...]) } ?? name) + "-"
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.compactMap { file in
            guard file.hasPrefix(prefix), file.hasSuffix(".safetensors") else { return nil }
            let words = file.dropFirst(prefix.count).dropLast(".safetensors".count).split(separator: "-")
            guard words.count == 3, words[1] == "of", let number = Int(words[0]), let count = Int(words[2]) else {
                return nil
            }
            return (number, count)
        }
    }
}
