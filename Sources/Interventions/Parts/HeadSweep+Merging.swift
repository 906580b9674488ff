internal import FileSafety
internal import SessionSafety
internal import TensorCore

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension HeadSweep {
    /// Puts together all parts that ``HookedTransformer/ablateHeads(_:position:methods:layers:heads:shard:savingTo:recompute:prependBOS:paddingSide:attentionMask:metric:)``
    /// saved under a name.
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
        var maps = first.sweep.maps
        var owners: [[Int]: String] = [:]
        for part in parts {
            try Interruption.check()
            guard part.sweep.methods == first.sweep.methods, part.sweep.maps[0].shape == maps[0].shape else {
                throw SweepPartError.otherExperiment(
                    path: part.path, what: "maps", found: "of shape \(part.sweep.maps[0].shape)",
                    expected: "of shape \(maps[0].shape)")
            }
            for layer in part.share.layers {
                for head in part.share.heads(of: layer) {
                    if let other = owners.updateValue(part.path, forKey: [layer, head]) {
                        throw SweepPartError.overlap(layer: layer, head: head, paths: [other, part.path])
                    }
                    for (number, map) in part.sweep.maps.enumerated() {
                        try Fault.catching { maps[number][layer, head] = map[layer, head] }
                    }
                }
            }
        }
        try Self.checkCovered(parts.map(\.share), Set(owners.keys), maps[0].shape)
        self.init(methods: first.sweep.methods, maps: maps)
    }

    /// What all parts chose has to be whole; where they chose differently, everything.
    private static func checkCovered(_ shares: [SweepShare], _ held: Set<[Int]>, _ shape: [Int]) throws {
        let (layers, heads) = (shares[0].layers, shares[0].heads)
        let isOneChoice = shares.allSatisfy { $0.layers == layers && $0.heads == heads }
        let (rows, columns) = isOneChoice ? (layers, heads) : (Array(0..<shape[0]), Array(0..<shape[1]))
        let gaps = rows.flatMap { row in columns.map { [row, $0] } }.filter { !held.contains($0) }
        guard let gap = gaps.first else { return }
        throw SweepPartError.gap(layer: gap[0], head: gap[1], count: gaps.count)
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
