internal import SessionSafety
internal import TensorCore

/// The search for the numbers at which a loss is smallest: what has been found, and where to look next.
struct VectorFit {
    /// What the loss is where the search begins.
    private(set) var startLoss = Double.nan
    /// The best that has been found.
    private(set) var best: Tensor
    private(set) var loss = Double.infinity
    /// The largest derivative at ``best``; nil before the first evaluation.
    private(set) var gradient: Double?
    private(set) var evaluations = 0
    private(set) var isDone = false

    private let shape: [Int]
    private let tolerance: Double
    private var search: QuasiNewton
    private var sinceBetter = 0

    /// - Parameter tolerance: it ends where seven evaluations in a row have won less than that.
    init(at start: Tensor, tolerance: Double) throws {
        (best, shape, self.tolerance) = (start, start.shape, tolerance)
        search = QuasiNewton(
            try start.floats().map { Double($0) }, toleranceGrad: 1e-10, toleranceChange: 0, history: 30)
    }

    /// One evaluation of a loss that is a sum of parts, each from its own closure of the numbers.
    mutating func step(_ parts: Int, _ part: (Int, Tensor) throws -> Tensor) throws {
        let point = try Fault.catching { Tensor(search.point.map { Float($0) }, shape: shape) }
        var (value, slope) = (0.0, [Double](repeating: 0, count: search.point.count))
        for number in 0..<parts {
            try Interruption.check()
            let (own, gradient) = try valueAndGradient(at: point) { try part(number, $0) }
            value += own.item()
            for (index, derivative) in try gradient.floats().enumerated() { slope[index] += Double(derivative) }
        }
        take(point, value, slope)
    }

    private mutating func take(_ point: Tensor, _ value: Double, _ slope: [Double]) {
        if evaluations == 0 { startLoss = value }
        evaluations += 1
        sinceBetter = value < loss - tolerance ? 0 : sinceBetter + 1
        let largest = slope.map { abs($0) }.max() ?? 0
        if value < loss || evaluations == 1 { (best, loss, gradient) = (point, value, largest) }
        search.tell(value, slope)
        isDone = search.isDone || sinceBetter >= 7
    }
}
