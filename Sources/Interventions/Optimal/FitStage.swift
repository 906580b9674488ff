internal import TensorCore

/// How far a fit has come, with all that is known there: a stop between two chunks of work loses neither.
enum FitStage {
    /// Nothing is measured.
    case new
    /// What searches may begin at is measured: what is left of it, behind the pass that is under way.
    case starts([LossPass.Start], LossPass?)
    /// How the losses bend is measured.
    case bends(FisherPass)
    /// Every search has begun.
    case searching
    /// Adam's steps.
    case adam(AdamProgress)
}

/// What some constants lose, as far as it is measured: parts of the prompts one after the other, of each the constants in chunks.
struct LossPass {
    /// A constant that a component's search may begin at.
    struct Start {
        var fit: Int
        var kind: ConstantFit.Start
        var variant: ConstantLosses.Variant
    }

    let starts: [Start]
    var found: [ConstantLosses.Found]
    /// How many parts are done.
    var part = 0
    /// How many constants are done of the next one.
    var next = 0

    init(_ starts: [Start]) { (self.starts, found) = (starts, starts.map { _ in .init() }) }
}

/// Estimates of Fisher matrices, as far as they have come: parts of the prompts, random directions, and of each the constants in chunks.
struct FisherPass {
    /// The numbers of the fits, and where their searches set out.
    let variants: [(fit: Int, variant: ConstantLosses.Variant)]
    /// [number, number] each
    var sums: [[Double]]
    /// As it is before the direction that is under way.
    var random: RandomGenerator
    var part = 0
    var draw = 0
    var next = 0

    init(_ variants: [(fit: Int, variant: ConstantLosses.Variant)], seed: Int) {
        self.variants = variants
        sums = variants.map {
            [Double](repeating: 0, count: $0.variant.values.count * $0.variant.values.count)
        }
        random = RandomGenerator(seed: UInt64(bitPattern: Int64(seed)))
    }
}

/// How far Adam has come: its constants, and what it knows of them.
struct AdamProgress {
    var values: [[Double]]
    var optimizer: AdamW
    var step = 0
}
