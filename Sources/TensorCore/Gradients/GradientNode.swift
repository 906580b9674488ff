internal import SessionSafety

/// What a storage's elements were computed by, as far as going back needs it: one for each storage on a tape.
///
/// The gradient is that of all elements of the storage, so that views of it need no rule: they add to their stretch.
/// One thread at a time works on a tape and its nodes, that of the closure which is differentiated.
package final class GradientNode: @unchecked Sendable {
    let tape: GradientTape
    private(set) var sum: GradientSum
    /// Adds to the inputs' gradients what follows from this one's; nil at the tape's beginning.
    private var pullback: ((GradientSum) throws -> Void)?
    /// Whether the gradient stays when it has been sent back.
    private let isKept: Bool

    init(
        on tape: GradientTape, count: Int, isKept: Bool = false, pullback: ((GradientSum) throws -> Void)?
    ) {
        self.tape = tape
        sum = GradientSum(count: count)
        self.isKept = isKept
        self.pullback = pullback
        tape.append(self)
    }

    func add(_ part: GradientSum.Part) throws { try sum.add(part) }

    /// Hands the gradient on, if there is any.
    func sendBack() throws {
        guard !sum.isEmpty, let pullback else { return }
        try Interruption.check()
        try Fault.catching { try pullback(sum) }
        self.pullback = nil
        if !isKept { sum = GradientSum(count: sum.count) }
    }

    func letGo() {
        pullback = nil
        sum = GradientSum(count: sum.count)
    }
}

/// The gradient of a storage's elements, put together from what its readers give.
package struct GradientSum {
    /// A gradient of some of the elements.
    struct Part {
        /// Which, relative to `offset`; nil: as many as `values` has, one after the other.
        var plan: IndexPlan?
        var offset: Int
        /// float32, in the plan's order.
        var values: Tensor
    }

    let count: Int
    private(set) var parts: [Part] = []
    private var whole: Tensor?

    init(count: Int) { self.count = count }

    var isEmpty: Bool { parts.isEmpty && whole == nil }

    mutating func add(_ part: Part) throws {
        guard part.plan == nil, part.values.count == count else {
            parts.append(part)
            return
        }
        let values = try part.values.renamed(to: [count])
        whole = try whole.map { old in try Fault.catching { old + values } } ?? values
    }

    /// All of it: [count]
    func dense() throws -> Tensor {
        if parts.isEmpty, let whole { return whole }
        let result = try whole?.copied() ?? Tensor.constant([count], Float(0))
        guard let out = result.mutableElements(Float.self).baseAddress else { return result }
        for part in parts { try part.add(to: out) }
        return result
    }

    /// The numbers of the rows of `width` elements that the parts are in, in order; nil when all may be.
    func rows(ofWidth width: Int) throws -> [Int]? {
        guard whole == nil, width > 0 else { return nil }
        var rows = Set<Int>()
        for part in parts {
            try part.forEachRun { start, _, run in
                // Of a run that leaves no row out, each element need not be looked at.
                if case .stride(let step) = run.offsets, abs(step) <= width {
                    let (first, last) = (start / width, (start + run.offset(run.count - 1)) / width)
                    rows.formUnion(min(first, last)...max(first, last))
                } else {
                    for i in 0..<run.count { rows.insert((start + run.offset(i)) / width) }
                }
            }
        }
        return rows.sorted()
    }

    /// Some rows of it: [row, width]
    func dense(rows: [Int], width: Int) throws -> Tensor {
        let places = Dictionary(zip(rows, rows.indices)) { first, _ in first }
        let result = try Tensor.constant([rows.count, width], Float(0))
        guard let out = result.mutableElements(Float.self).baseAddress else { return result }
        for part in parts {
            // The row that the last element was in, and how far it lies from its place here.
            var (row, shift) = (0..<0, 0)
            try part.forEachElement { index, value in
                if !row.contains(index) {
                    guard let place = places[index / width] else { return }
                    row = index / width * width..<index / width * width + width
                    shift = place * width - row.lowerBound
                }
                out[index + shift] += value
            }
        }
        return result
    }
}

extension GradientSum.Part {
    /// Gives `body` each element's place in the storage and its gradient.
    @inline(__always)
    func forEachElement(_ body: (_ index: Int, _ value: Float) -> Void) throws {
        guard let source = values.elements(Float.self).baseAddress else { return }
        try withExtendedLifetime(values.storage) {
            guard plan != nil else {
                return try forEachPiece(values.count) { for i in $0 { body(offset + i, source[i]) } }
            }
            try forEachRun { start, first, run in
                for i in 0..<run.count { body(start + run.offset(i), source[first + i]) }
            }
        }
    }

    /// Gives `body` each run of elements: where in the storage it begins, which of `values` is its first, and how its elements lie.
    @inline(__always)
    func forEachRun(_ body: (_ start: Int, _ first: Int, _ run: IndexPlan.Group) throws -> Void) throws {
        let inOrder = IndexPlan.Group(count: values.count, offsets: .stride(1))
        guard let plan else { return values.count > 0 ? try body(offset, 0, inOrder) : () }
        let last = plan.groups.last ?? IndexPlan.Group(count: 1, offsets: .stride(1))
        var pace = Pace()
        try plan.forEachRun { run, start in
            try pace.spend(last.count)
            try body(offset + start, run * last.count, last)
        }
    }

    func add(to out: UnsafeMutablePointer<Float>) throws {
        try forEachElement { out[$0] += $1 }
    }
}
