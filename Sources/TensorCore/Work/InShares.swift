internal import SessionSafety

/// Goes through the numbers below `count` in stretches of a few milliseconds, which the cores share where it is worth it.
///
/// ```swift
/// try inShares(tokenCount, elementsEach: cfg.dMLP) { tokens in activate(tokens) }
/// ```
/// `elementsEach` is how much there is to do per number, in elements that cost about a nanosecond. The stop flag is looked at
/// between stretches.
package func inShares(_ count: Int, elementsEach: Int, _ body: (Range<Int>) throws -> Void) throws {
    let cores = MatrixProduct.threadCount
    guard cores > 1, count > 1, count * elementsEach > (AwakeCores.areAskedFor ? worthSharingAwake : worthSharing)
    else {
        return try inStretches(0..<count, elementsEach: elementsEach, body)
    }
    let step = (count + cores - 1) / cores
    try MatrixProduct.withoutOwnThreads {
        _ = try onAllCores((count + step - 1) / step) { share in
            try inStretches(share * step..<min(count, (share + 1) * step), elementsEach: elementsEach, body)
        }
    }
}

/// Below it, waking another core costs as much as it saves.
private let worthSharing = 150_000
private let worthSharingAwake = 4_000
private let mostElements = 2_000_000

private func inStretches(_ range: Range<Int>, elementsEach: Int, _ body: (Range<Int>) throws -> Void) throws {
    let step = max(1, mostElements / max(1, elementsEach))
    for first in stride(from: range.lowerBound, to: range.upperBound, by: step) {
        try Interruption.check()
        try body(first..<min(range.upperBound, first + step))
    }
}
