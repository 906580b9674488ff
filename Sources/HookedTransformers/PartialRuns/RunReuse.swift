/// What a model keeps of earlier runs, so that runs of the same tokens with hooks compute only what the hooks change.
///
/// ```swift
/// model.reuse.byteLimit = 1 << 30      // 1 GB instead of 96 MB
/// model.reuse.byteLimit = 0            // every run computes everything
/// print(model.reuse)                   // "2 runs, 52.0 of 96.0 MB"
/// ```
/// A run is kept when its tokens come a second time, or when `runWithCache`
/// has recorded it whole. What was not used for longest goes first. A run that is larger than the limit is never kept.
public struct RunReuse {
    /// The most bytes that are kept, 96 MB unless set; lowering it lets go of what is too much.
    public var byteLimit = 96 << 20 {
        didSet { shrink() }
    }

    /// Caches of up to so many bytes, 64 MB unless set, are kept whole.
    ///
    /// Of larger ones, a run without hooks keeps what the rest follows from (residual streams, queries, keys, values and z, about a
    /// fifth); the rest is computed when it is read, and kept from then on.
    public var wholeCacheByteLimit = 64 << 20

    /// The bytes that are kept now. Memory that an `ActivationCache` of the same run holds too is counted.
    public private(set) var byteCount = 0

    /// The number of runs that are kept now.
    public var runCount: Int { bases.count }

    /// The number of runs with hooks whose logits nobody has read yet, so that they wait to be computed together.
    public var waitingCount: Int { bases.reduce(0) { $0 + $1.run.lazyRuns.count } }

    /// In the order of their last use.
    private var bases: [(run: BaseRun, bytes: Int)] = []
    /// The tokens of late runs that were not kept, oldest first.
    private var seen: [TokenBatch] = []

    /// Lets go of everything that is kept.
    public mutating func removeAll() {
        (bases, byteCount, seen) = ([], 0, [])
    }
}

extension RunReuse {
    private static let mostSeen = 32

    /// The base run of `batch`, if it is kept.
    mutating func base(for batch: TokenBatch) -> BaseRun? {
        guard let index = bases.firstIndex(where: { $0.run.batch == batch }) else { return nil }
        let base = bases.remove(at: index)
        bases.append(base)
        return base.run
    }

    /// Whether `batch` was run before; it counts as run from now on.
    mutating func isKnown(_ batch: TokenBatch) -> Bool {
        if seen.contains(batch) { return true }
        seen.append(batch)
        if seen.count > Self.mostSeen { seen.removeFirst() }
        return false
    }

    /// Whether a run of so many bytes may be kept.
    func fits(_ bytes: Int) -> Bool { bytes <= byteLimit }

    /// Keeps `run` instead of what it was, and lets go of others as the limit demands.
    mutating func keep(_ run: BaseRun, bytes: Int) {
        guard fits(bytes) else { return }
        if base(for: run.batch) != nil { byteCount -= bases.removeLast().bytes }
        bases.append((run, bytes))
        byteCount += bytes
        shrink()
    }

    /// Lets go of others before a run that will be kept, so that there is never more than the limit at once.
    mutating func makeRoom(for batch: TokenBatch, bytes: Int) {
        guard fits(bytes), base(for: batch) == nil else { return }
        shrink(to: byteLimit - bytes)
    }

    private mutating func shrink(to limit: Int? = nil) {
        while byteCount > limit ?? byteLimit, !bases.isEmpty { byteCount -= bases.removeFirst().bytes }
    }
}

extension RunReuse: CustomStringConvertible {
    public var description: String {
        let kept = "\(runCount) \(runCount == 1 ? "run" : "runs")"
        let waiting = waitingCount == 0 ? "" : ", \(waitingCount) waiting to be read"
        return "\(kept), \(Self.megabytes(byteCount)) of \(Self.megabytes(byteLimit)) MB\(waiting)"
    }

    private static func megabytes(_ bytes: Int) -> Double { (Double(bytes) / 104857.6).rounded() / 10 }
}
