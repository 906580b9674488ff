/// L-BFGS for one vector, asked and told: `point` is where the function is to be evaluated next, and `tell` takes what it is.
///
/// So many of them can be evaluated together, as lanes of one pass. Nocedal and Wright (2006), algorithms 7.4 and 7.5; the line
/// search brackets a length that fulfils the strong Wolfe conditions, and halves it or goes to a parabola's lowest point.
package struct QuasiNewton {
    /// How a step's length is found.
    package enum Search: Sendable { case fixed, wolfe }

    /// Where the function is to be evaluated.
    package private(set) var point: [Double]
    /// The best that was found: where, the function there, and the size of its largest derivative.
    package private(set) var best: (point: [Double], value: Double, gradient: Double)
    /// Whether there is nothing left to do.
    package private(set) var isDone = false
    package private(set) var evaluations = 0

    private let rate: Double
    private let search: Search
    private let toleranceGrad: Double
    private let toleranceChange: Double
    private let history: Int

    private var pairs: [(s: [Double], y: [Double], ys: Double)] = []
    /// Where the line search began; nil before the first evaluation.
    private var start: (point: [Double], value: Double, gradient: [Double])?
    private var direction: [Double] = []
    private var slope = 0.0
    private var (step, low, high) = (1.0, 0.0, Double.infinity)
    private var tries = 0

    package init(
        _ point: [Double], rate: Double = 1, search: Search = .wolfe, toleranceGrad: Double = 1e-7,
        toleranceChange: Double = 1e-9, history: Int = 100
    ) {
        (self.point, self.rate, self.search, self.history) = (point, rate, search, history)
        (self.toleranceGrad, self.toleranceChange) = (toleranceGrad, toleranceChange)
        best = (point, .infinity, .infinity)
    }

    /// Takes the function's value and gradient at `point`, and moves `point` on.
    package mutating func tell(_ value: Double, _ gradient: [Double]) {
        evaluations += 1
        let largest = gradient.map { abs($0) }.max() ?? 0
        if value < best.value || evaluations == 1 { best = (point, value, largest) }
        guard let start else { return begin(value, gradient) }
        if search == .wolfe, !isAccepted(value, gradient, from: start) { return }
        accept(value, gradient, from: start)
    }

    /// The Wolfe conditions: low enough, and flatter than at the start. Where they don't hold, the step's length changes.
    private mutating func isAccepted(
        _ value: Double, _ gradient: [Double], from start: (point: [Double], value: Double, gradient: [Double])
    ) -> Bool {
        tries += 1
        let (isLow, end) = (value <= start.value + 1e-4 * step * slope, dot(gradient, direction))
        if isLow, abs(end) <= -0.9 * slope { return true }
        if isLow, end < 0 { low = step } else { high = step }
        guard tries < 25 else {
            // No length will do: the best that was found is as good as it gets.
            isDone = true
            return false
        }
        let isBounded = high < .infinity
        // The parabola through the start's value and slope and this value has its lowest point here.
        let parabola = -slope * step * step / (2 * (value - start.value - slope * step))
        let middle = low + (high - low) / 2
        let isInside = !isLow && parabola > low + 0.1 * (high - low) && parabola < high - 0.1 * (high - low)
        step = isBounded ? (isInside ? parabola : middle) : 2 * step
        move(from: start.point)
        return false
    }

    private mutating func accept(
        _ value: Double, _ gradient: [Double], from start: (point: [Double], value: Double, gradient: [Double])
    ) {
        let s = direction.map { $0 * step }
        let y = zip(gradient, start.gradient).map { $0 - $1 }
        let ys = dot(y, s)
        if ys > 1e-10 * dot(y, y).squareRoot() * dot(s, s).squareRoot() {
            if pairs.count == history { pairs.removeFirst() }
            pairs.append((s, y, ys))
        }
        let isStill = (s.map { abs($0) }.max() ?? 0) <= toleranceChange || abs(value - start.value) < toleranceChange
        if isStill || (gradient.map { abs($0) }.max() ?? 0) <= toleranceGrad { isDone = true }
        begin(value, gradient)
    }

    /// Begins a line search at `point`.
    private mutating func begin(_ value: Double, _ gradient: [Double]) {
        let isFirst = start == nil
        start = (point, value, gradient)
        guard (gradient.map { abs($0) }.max() ?? 0) > toleranceGrad, value.isFinite else {
            isDone = true
            return
        }
        direction = newDirection(gradient)
        slope = dot(direction, gradient)
        if slope > -toleranceChange * 1e-9 {
            // Not downhill any more: along the gradient itself.
            (pairs, direction) = ([], gradient.map { -$0 })
            slope = dot(direction, gradient)
        }
        let size = gradient.reduce(0) { $0 + abs($1) }
        step = isFirst ? min(1, 1 / size) * rate : rate
        (low, high, tries) = (0, .infinity, 0)
        move(from: point)
    }

    private mutating func move(from start: [Double]) { point = zip(start, direction).map { $0 + step * $1 } }

    /// −H · gradient, with H from the last steps.
    private func newDirection(_ gradient: [Double]) -> [Double] {
        var q = gradient.map { -$0 }
        var shares: [Double] = []
        for pair in pairs.reversed() {
            let share = dot(pair.s, q) / pair.ys
            shares.append(share)
            for i in q.indices { q[i] -= share * pair.y[i] }
        }
        if let last = pairs.last {
            let scale = last.ys / dot(last.y, last.y)
            for i in q.indices { q[i] *= scale }
        }
        for (pair, share) in zip(pairs, shares.reversed()) {
            let back = dot(pair.y, q) / pair.ys
            for i in q.indices { q[i] += (share - back) * pair.s[i] }
        }
        return q
    }

    private func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
}
