import Foundation
import HookedTransformers
import Hooks
import Interventions
import PretrainedModels
import TensorCore
import TestSupport
import Testing

/// A sweep that several processes share out gives what one process gives, and parts that do not belong together are told.
struct SweepPartTests {
    private let runs: (model: HookedTransformer, tokens: Tensor)
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("parts-\(UUID().uuidString)")
        .path

    init() throws {
        let model = try GoldenModel.load("tiny", .raw)
        runs = (model, Tensor([[1, 5, 9, 3], [2, 6, 4, 8]] as [[Int]]))
    }

    private func metric(_ logits: Tensor) -> Tensor { logits[0..., -1, 3] - logits[0..., -1, 7] }

    private func sweep(
        _ shard: Shard?, named name: String = "all", layers: [Int]? = nil, heads: [Int]? = nil,
        methods: [AblationMethod] = [.zero], recompute: Recompute = .changed, tokens: Tensor? = nil, scale: Double = 1,
        ran: () -> Void = {}
    ) throws -> HeadSweep {
        try runs.model.ablateHeads(
            tokens ?? runs.tokens, position: .all, methods: methods, layers: layers, heads: heads, shard: shard,
            savingTo: folder + "/" + name, recompute: recompute
        ) { logits in
            ran()
            return metric(logits) * scale
        }
    }

    private var whole: HeadSweep {
        get throws { try runs.model.ablateHeads(runs.tokens, position: .all, methods: [.zero], metric: metric) }
    }

    @Test func partsAreTheWhole() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for number in 1...3 { _ = try sweep(.part(number, of: 3)) }
        let merged = try HeadSweep(mergingPartsOf: folder + "/all")
        #expect(merged.methods == ["zero"])
        // The engine's own bound; shares of runs decide which products are made together.
        expectClose(merged.maps[0], try whole.maps[0], absolute: 1e-5, relative: 1e-5)
    }

    @Test func withoutReuseTheBitsAreTheSame() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for number in 1...2 { _ = try sweep(.part(number, of: 2), recompute: .everything) }
        let one = try sweep(nil, named: "one", recompute: .everything)
        #expect(try HeadSweep(mergingPartsOf: folder + "/all").maps[0].toArray() == one.maps[0].toArray())
    }

    @Test func aPartThatIsThereIsNotComputedAgain() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let first = try sweep(.part(1, of: 2))
        var calls = 0
        let again = try sweep(.part(1, of: 2), ran: { calls += 1 })
        #expect(calls == 1, "the run without a replacement tells whether it is the same experiment")
        let (a, b) = (first.maps[0].toArray(), again.maps[0].toArray())
        #expect(zip(a, b).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN } && a.contains { $0.isNaN })
    }

    @Test func onlyTheLayersAndHeadsThatAreAskedFor() throws {
        let all = try whole.maps[0]
        let some = try runs.model.ablateHeads(
            runs.tokens, position: .all, methods: [.zero], layers: [1], heads: [0], metric: metric
        ).maps[0]
        expectClose(some[1, 0], all[1, 0], absolute: 1e-5, relative: 1e-5)
        #expect(some.toArray().count { !$0.isNaN } == 2)
    }

    @Test func gapsAndOverlapsAreTold() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func path(_ name: String) -> String { "\(folder)/\(name)-1-of-1.safetensors" }
        _ = try sweep(.part(2, of: 3))
        #expect(throws: SweepPartError.missing([1, 3].map { "\(folder)/all-\($0)-of-3.safetensors" })) {
            try HeadSweep(mergingPartsOf: folder + "/all")
        }
        _ = try sweep(.part(1, of: 2))
        #expect(throws: SweepPartError.severalDivisions(folder + "/all", [2, 3])) {
            try HeadSweep(mergingPartsOf: folder + "/all")
        }
        _ = try sweep(nil, named: "early", layers: [0])
        _ = try sweep(nil, named: "left", heads: [0])
        #expect(throws: SweepPartError.overlap(cell: "L0H0", paths: [path("early"), path("left")])) {
            try HeadSweep(mergingParts: [path("early"), path("left")])
        }
        _ = try sweep(nil, named: "late", layers: [1], heads: [0])
        let error = try #require(throws: SweepPartError.self) {
            try HeadSweep(mergingParts: [path("early"), path("late")])
        }
        #expect("\(error)".hasPrefix("no part has L1H1"))
        #expect(throws: SweepPartError.noParts(folder + "/other")) { try HeadSweep(mergingPartsOf: folder + "/other") }
    }

    @Test func partsOfOtherExperimentsAreTold() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try sweep(.part(1, of: 2))
        func refused(_ body: () throws -> HeadSweep) throws -> String {
            let error = try #require(throws: SweepPartError.self) { try body() }
            guard case .otherExperiment(_, let what, _, _) = error else { return "\(error)" }
            return what
        }
        #expect(try refused { try sweep(.part(1, of: 2), tokens: runs.tokens + 1) } == "prompts")
        #expect(try refused { try sweep(.part(1, of: 2), methods: [.zero, .zero]) } == "methods")
        #expect(try refused { try sweep(.part(1, of: 2), scale: 1.1) } == "metric without a replacement")
        #expect(try refused { try sweep(.part(1, of: 2), layers: [0]) } == "choice of heads")
    }

    @Test func partsOfAnotherModelAreTold() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func part(_ number: Int, of model: HookedTransformer, from cache: ActivationCache? = nil) throws {
            let cache = try cache ?? model.runWithCache(runs.tokens).cache
            _ = try model.ablateHeads(
                runs.tokens, methods: [.resample(from: cache)], shard: .part(number, of: 2),
                savingTo: folder + "/model",
                metric: metric)
        }
        func refused(_ body: () throws -> Void) throws -> String {
            let error = try #require(throws: SweepPartError.self) { try body() }
            guard case .otherExperiment(_, let what, _, _) = error else { return "\(error)" }
            return what
        }
        try part(1, of: runs.model)
        try part(2, of: runs.model)
        _ = try HeadSweep(mergingPartsOf: folder + "/model")
        #expect(try refused { try part(1, of: GoldenModel.load("tiny", .notebook)) } == "weight processing")
        let other = try runs.model.runWithCache(runs.tokens + 1).cache
        #expect(try refused { try part(1, of: runs.model, from: other) } == "run that replacements come from")
        // The same sizes and settings, and one weight a little different.
        let copy = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)/checkpoint")
        try FileManager.default.createDirectory(at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: URL(filePath: Golden.path("tiny/checkpoint")), to: copy)
        defer { try? FileManager.default.removeItem(at: copy.deletingLastPathComponent()) }
        let same = try HookedTransformer.fromPretrainedNoProcessing(copy.path)
        try part(1, of: same)
        let file = copy.appending(path: "model.safetensors")
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count - 4] ^= 1
        try bytes.write(to: file)
        #expect(try refused { try part(1, of: .fromPretrainedNoProcessing(copy.path)) } == "model files")
    }

    @Test func filesThatAreNoPartsAreTold() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try sweep(.part(1, of: 2))
        let path = folder + "/all-1-of-2.safetensors"
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        for damaged in [Data(), bytes.prefix(40), bytes.dropLast(5), Data(repeating: 7, count: 300)] {
            try damaged.write(to: URL(fileURLWithPath: path))
            let error = try #require(throws: SweepPartError.self) { try sweep(.part(1, of: 2)) }
            #expect("\(error)".contains("is no part of a sweep"), "\(error)")
            // What somebody else has put there is not overwritten.
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == damaged)
        }
    }
}

/// Sweeps over some prompts, and patchings in parts.
struct PromptAndPatchPartTests {
    private let model: HookedTransformer
    private let clean = Tensor([[1, 5, 9, 3], [2, 6, 4, 8], [7, 7, 1, 2]] as [[Int]])
    private let corrupted = Tensor([[4, 5, 9, 3], [2, 1, 4, 8], [7, 6, 1, 2]] as [[Int]])
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("patches-\(UUID().uuidString)")
        .path

    init() throws { model = try GoldenModel.load("tiny", .raw) }

    private func each(_ logits: Tensor) -> Tensor { logits[0..., -1, 3] - logits[0..., -1, 7] }

    @Test func promptsAreAblatedByThemselves() throws {
        let cache = try model.runWithCache(clean).cache
        let methods: [AblationMethod] = [
            .zero, .resample(from: cache), .mean(over: cache), .meanOverHeadDimension(of: cache),
        ]
        for position in [HeadPosition.last, .all, .index(1)] {
            let all = try model.ablateHeads(corrupted, position: position, methods: methods, metric: each)
            let some = try model.ablateHeads(
                corrupted, position: position, methods: methods, prompts: [2, 0], metric: each)
            for (part, whole) in zip(some.maps, all.maps) {
                #expect(part.shape == [2, 4, 3])
                for prompt in [0, 2] {
                    expectClose(part[0..., 0..., prompt], whole[0..., 0..., prompt], absolute: 1e-5, relative: 1e-5)
                }
                #expect(part[0..., 0..., 1].toArray().allSatisfy { $0.isNaN })
            }
        }
    }

    @Test func partsByPromptsAreTheWhole() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func sweep(_ name: String, _ prompts: [Int]?, _ shard: Shard? = nil) throws -> HeadSweep {
            try model.ablateHeads(
                corrupted, methods: [.zero], prompts: prompts, shard: shard, savingTo: "\(folder)/\(name)", metric: each
            )
        }
        let whole = try sweep("whole", nil)
        _ = try (sweep("a", [0, 2]), sweep("b", [1], .part(1, of: 2)), sweep("b", [1], .part(2, of: 2)))
        let paths = ["a-1-of-1", "b-1-of-2", "b-2-of-2"].map { "\(folder)/\($0).safetensors" }
        expectClose(try HeadSweep(mergingParts: paths).maps[0], whole.maps[0], absolute: 1e-5, relative: 1e-5)
        #expect(throws: SweepPartError.gap(cell: "L0H0 for prompt 1", count: 4)) {
            try HeadSweep(mergingParts: [paths[0], paths[2]])
        }
        _ = try sweep("c", [1, 2])
        #expect(
            throws: SweepPartError.overlap(
                cell: "L0H0 for prompt 2", paths: [paths[0], "\(folder)/c-1-of-1.safetensors"])
        ) {
            try HeadSweep(mergingParts: [paths[0], "\(folder)/c-1-of-1.safetensors"])
        }
    }

    @Test func aMeanOverPromptsCannotBeDivided() throws {
        let error = #expect(throws: SweepPartError.self) {
            try model.ablateHeads(corrupted, methods: [.zero], prompts: [0]) { each($0).mean() }
        }
        #expect(error == .metricOfAllPrompts(found: [], batch: 3))
        for prompts in [[3], [-1], [0, 0], []] {
            #expect(throws: SweepPartError.badSelection("prompts", prompts, count: 3)) {
                try model.ablateHeads(corrupted, methods: [.zero], prompts: prompts, metric: each)
            }
        }
    }

    @Test func patchingInPartsIsThePatching() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let cache = try model.runWithCache(clean).cache
        for (number, site) in [PatchSite.residPre, .attnHeadOutByPos, .attnHeadPatternByPos, .attnHeadVAllPos]
            .enumerated()
        {
            let whole = try activationPatch(model, corrupted, cache, site: site, metric: each)
            let name = "\(folder)/\(number)"
            for part in 1...3 {
                _ = try activationPatch(
                    model, corrupted, cache, site: site, shard: .part(part, of: 3), savingTo: name, metric: each)
            }
            let merged = try HeadSweep(mergingPartsOf: name)
            #expect(merged.methods == [site.activation])
            expectClose(merged.maps[0], whole, absolute: 1e-5, relative: 1e-5)
            var calls = 0
            _ = try activationPatch(
                model, corrupted, cache, site: site, shard: .part(2, of: 3), savingTo: name
            ) { logits in
                calls += 1
                return each(logits)
            }
            #expect(calls == 1)
        }
    }

    @Test func patchingWithoutReuseHasTheSameBitsInParts() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for recompute in [Recompute.everything, .everythingOnOneCore] {
            let cache = try model.runWithCache(clean, recompute: recompute).cache
            let name = "\(folder)/\(recompute)"
            for part in 1...3 {
                _ = try actPatchAttnHeadOutByPos(
                    model, corrupted, cache, shard: .part(part, of: 3), savingTo: name, recompute: recompute,
                    metric: each)
            }
            let whole = try activationPatch(
                model, corrupted, cache, site: .attnHeadOutByPos, recompute: recompute, metric: each)
            #expect(try HeadSweep(mergingPartsOf: name).maps[0].toArray() == whole.toArray())
        }
    }

    @Test func patchingOfSomeLayersHeadsAndPrompts() throws {
        let cache = try model.runWithCache(clean).cache
        let whole = try actPatchAttnHeadOutByPos(model, corrupted, cache, metric: each)
        let some = try actPatchAttnHeadOutByPos(
            model, corrupted, cache, layers: [1], heads: [3, 0], prompts: [1], metric: each)
        #expect(some.shape == whole.shape && some.toArray().count { !$0.isNaN } == 4 * 2)
        expectClose(some[1, 0..., 3, 1], whole[1, 0..., 3, 1], absolute: 1e-5, relative: 1e-5)
        expectClose(some[1, 0..., 0, 1], whole[1, 0..., 0, 1], absolute: 1e-5, relative: 1e-5)
        #expect(throws: SweepPartError.noHeads(site: "resid_pre along axes [1]")) {
            try activationPatch(model, corrupted, cache, site: .residPre, heads: [0], metric: each)
        }
        #expect(throws: SweepPartError.badSelection("heads", [4], count: 4)) {
            try actPatchAttnHeadPatternAllPos(model, corrupted, cache, heads: [4], metric: each)
        }
    }
}

/// Engines say in the environment which of their processes this is.
struct ShardTests {
    private func place(_ variables: [String: String]) throws -> String {
        let place = try Shard.current.place(environment: variables)
        return "\(place.index + 1)/\(place.count)"
    }

    @Test func enginesAreHeard() throws {
        #expect(try place([:]) == "1/1")
        #expect(try place(["SWIFTLENS_SHARD": "3/16", "SLURM_ARRAY_TASK_ID": "9"]) == "3/16")
        let array = ["SLURM_ARRAY_TASK_ID": "6", "SLURM_ARRAY_TASK_MIN": "4", "SLURM_ARRAY_TASK_COUNT": "4"]
        #expect(try place(array) == "3/4")
        // A batch script is one process, whatever its rank says.
        #expect(try place(array.merging(["SLURM_PROCID": "0", "SLURM_NTASKS": "2"]) { $1 }) == "3/4")
        #expect(try place(array.merging(["SLURM_PROCID": "1", "SLURM_STEP_NUM_TASKS": "2"]) { $1 }) == "6/8")
        #expect(
            try place(["SLURM_ARRAY_TASK_ID": "3", "SLURM_ARRAY_TASK_COUNT": "1", "SWIFTLENS_SHARDS": "16"]) == "4/16")
        #expect(try place(["OMPI_COMM_WORLD_RANK": "0", "OMPI_COMM_WORLD_SIZE": "4"]) == "1/4")
        #expect(try place(["PMI_RANK": "3", "PMI_SIZE": "4"]) == "4/4")
        #expect(try place(["JOB_COMPLETION_INDEX": "2", "SWIFTLENS_SHARDS": "5"]) == "3/5")
        let grid = ["SGE_TASK_ID": "5", "SGE_TASK_FIRST": "1", "SGE_TASK_LAST": "7", "SGE_TASK_STEPSIZE": "2"]
        #expect(try place(grid) == "3/4" && place(["SGE_TASK_ID": "undefined"]) == "1/1")
        #expect(try place(["PBS_ARRAY_INDEX": "0", "SWIFTLENS_SHARDS": "2"]) == "1/2")
    }

    @Test(arguments: [
        ["SWIFTLENS_SHARD": "0/16"], ["SWIFTLENS_SHARD": "17/16"], ["SWIFTLENS_SHARD": "3"], ["SWIFTLENS_SHARDS": "4"],
        ["JOB_COMPLETION_INDEX": "2"], ["JOB_COMPLETION_INDEX": "2", "SWIFTLENS_SHARDS": "2"],
        ["OMPI_COMM_WORLD_RANK": "x", "OMPI_COMM_WORLD_SIZE": "4"], ["PMI_RANK": "4", "PMI_SIZE": "4"],
        ["SLURM_ARRAY_TASK_ID": "-1", "SLURM_ARRAY_TASK_COUNT": "4"],
    ])
    func contradictionsAreTold(_ variables: [String: String]) {
        #expect(throws: SweepPartError.self) { try Shard.current.place(environment: variables) }
    }

    @Test func everyHeadIsInOnePart() throws {
        for count in [1, 2, 5, 12] {
            let shares = try (1...count).map {
                try SweepShare(layers: nil, of: 3, places: nil, of: 4, part: Shard.part($0, of: count).place())
            }
            let held = shares.flatMap { share in
                (0..<3).flatMap { layer in share.places(of: layer).map { [layer, $0] } }
            }
            #expect(held.count == 12 && Set(held).count == 12)
        }
        #expect(throws: SweepPartError.self) {
            try SweepShare(layers: [1], of: 3, places: nil, of: 4, part: ShardPlace(index: 0, count: 5))
        }
    }
}
