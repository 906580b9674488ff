import Benchmark
import RandomModel
import SwiftLens

/// What the engine takes by itself; `make bench-peer` sets it beside TransformerLens.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .cpuTotal, .peakMemoryResident], timeUnits: .milliseconds, warmupIterations: 1,
        maxDuration: .seconds(6), maxIterations: 10)

    measure("forward pass, 8 x 15, last-position logits") {
        $0.metric(try $0.model.runWithHooks($0.tokens, fwdHooks: [], recompute: .everything))
    }
    measure("forward pass, 8 x 15, all logits") {
        try $0.model.runWithHooks($0.tokens, fwdHooks: [], recompute: .everything).sum()
    }
    measure("run with cache, 8 x 15, everything kept, last-position logits") {
        $0.metric(try $0.model.runWithCache($0.tokens).logits)
    }
    measure("load, five processing steps") { _ in try notebookModel(Subject.folder).W_pos }
    measure("sweep over 144 heads, a loop") { try Tensor.stack($0.sweepInALoop()) }
    measure("sweep over 144 heads, three methods, one call") { subject in
        try subject.model.ablateHeads(
            subject.tokens, methods: [.resample(from: subject.cache), .zero, .mean(over: subject.cache)],
            metric: subject.metric
        ).maps[0]
    }
    measure("prompt of 1,000 tokens") { try lastLogits($0, 1, 1000) }
    for length in [16, 64, 256, 1024] {
        measure("sequence length \(length), batch 1") { try lastLogits($0, 1, length) }
    }
    for batch in [1, 4, 16, 64] {
        measure("batch \(batch), sequence length 15") { try lastLogits($0, batch, 15) }
    }
}

/// A plain run of random tokens, with the logits of the last position read.
@Sendable func lastLogits(_ subject: Subject, _ batch: Int, _ positions: Int) throws -> Tensor {
    let logits = try subject.model.runWithHooks(
        Subject.prompt(batch, positions), fwdHooks: [], recompute: .everything)
    return logits[0..., -1, 0...]
}

/// A benchmark of `work`, whose result is computed and thrown away.
func measure(_ name: String, _ work: @escaping @Sendable (Subject) throws -> Tensor) {
    Benchmark(name) { benchmark in
        let subject = Subject.shared
        benchmark.startMeasurement()
        blackHole(try work(subject).toArray())
        benchmark.stopMeasurement()
    }
}
