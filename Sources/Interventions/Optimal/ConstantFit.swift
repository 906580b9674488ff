internal import TensorCore

/// The search for one component's constant: what has been found, and where to look next.
struct ConstantFit {
    let component: AblatedComponent
    /// The mean over the training prompts: [slot, width]
    let mean: [Float]
    /// The best that has been found, and what it loses for each training prompt.
    private(set) var best: (values: [Float], losses: [Float])
    /// What the mean and zero lose for each training prompt.
    private(set) var meanLosses: [Float] = []
    private(set) var zeroLosses: [Float] = []
    /// The largest derivative at ``best``; nil before the first gradient.
    private(set) var gradient: Double?
    private(set) var evaluations = 0
    private(set) var isDone = false

    private var search: QuasiNewton?
    private var coordinates: FisherCoordinates?
    private var origin: [Double] = []
    /// Where searches are still to begin: the loss may have several valleys.
    private var origins: [[Float]] = []
    private var sinceBetter = 0

    init(_ component: AblatedComponent, mean: [Float]) {
        (self.component, self.mean, best) = (component, mean, (mean, []))
    }

    var loss: Double { Self.mean(best.losses) }

    /// NaN where nothing was measured.
    static func mean(_ losses: [Float]) -> Double {
        losses.reduce(0.0) { $0 + Double($1) } / Double(losses.count)
    }
}

// MARK: Where it begins

extension ConstantFit {
    /// What can be begun at, by name; the first is the mean.
    enum Start: CaseIterable { case mean, zero, foldedZero }

    /// Takes what one of the starts loses.
    mutating func begin(_ start: Start, _ values: [Float], _ losses: [Float]) {
        switch start {
        case .mean: meanLosses = losses
        case .zero: zeroLosses = losses
        case .foldedZero: break
        }
        evaluations += 1
        let own = Self.mean(losses)
        let isBetter = best.losses.isEmpty || loss.isNaN || own < loss
        // The mean's valley is mostly the deepest; another one is looked into where its start lies lower.
        if isBetter { origins = Array(origins.prefix(1)) + [values] }
        if isBetter { best = (values, losses) }
    }

    /// Sets out from the mean, in coordinates in which the loss bends equally in all directions where they are known.
    mutating func setOut(in coordinates: FisherCoordinates?) {
        self.coordinates = coordinates
        nextSearch()
    }

    private mutating func nextSearch() {
        guard !origins.isEmpty else { return isDone = true }
        (origin, sinceBetter) = (origins.removeFirst().map { Double($0) }, 0)
        search = QuasiNewton(
            [Double](repeating: 0, count: origin.count), toleranceGrad: 0, toleranceChange: 0, history: 30)
    }

    /// Where the loss and its gradient are wanted next: [slot, width]
    var point: [Float] {
        guard let search else { return best.values }
        let shift = coordinates?.shift(search.point) ?? search.point
        return zip(origin, shift).map { Float($0 + $1) }
    }
}

// MARK: What it is told

extension ConstantFit {
    /// Takes the loss for each prompt at ``point`` and the gradient of their mean.
    mutating func tell(_ losses: [Float], _ gradient: [Double], tolerance: Double) {
        let point = point
        evaluations += 1
        let own = Self.mean(losses)
        let slope = coordinates?.slope(gradient) ?? gradient
        sinceBetter = own < (search?.best.value ?? .infinity) - tolerance / 10 ? 0 : sinceBetter + 1
        if own <= loss { (best, self.gradient) = ((point, losses), gradient.map { abs($0) }.max() ?? 0) }
        search?.tell(own, slope)
        // What a step along the gradient would still win where the loss bends by 1.
        let isFlat = coordinates != nil && slope.reduce(0) { $0 + $1 * $1 } / 2 < tolerance
        if isFlat || sinceBetter > 6 || (gradient.map { abs($0) }.max() ?? 0) < 1e-9 || search?.isDone ?? true {
            nextSearch()
        }
    }

    /// Takes a constant that was found otherwise, if it is better.
    mutating func take(_ values: [Float], _ losses: [Float], _ gradient: [Double]) {
        evaluations += 1
        if Self.mean(losses) < loss { best = (values, losses) }
        self.gradient = gradient.map { abs($0) }.max()
        isDone = true
    }

    /// Puts the mean in the place of what was found.
    mutating func fallBack() { best = (mean, meanLosses) }
}
