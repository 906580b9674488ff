internal import CVectorKernels
internal import SessionSafety

/// What reads numbers off vectors: y = x · Mᵀ + bias, where M [column, inner] follows from a table that others may use too.
///
/// With the terms t, y[c] = Σᵢ x[i] · scale[i] · table[c, i] + Σₜ shares[t, c] · (x · directions[t] + constants[t]). A matrix
/// that differs from a table only so need not be held in memory beside it.
///
/// ```swift
/// let unembedding = Readout(table: embedding, scale: gain)
/// let logits = try Tensor.lazyProduct(normalized, unembedding, shape: [8, 15, 50257])
/// ```
package struct Readout: Sendable {
    /// [column, inner]
    package var table: Tensor
    /// [inner]; nil stands for ones.
    package var scale: Tensor?
    /// What comes on top of the scaled table's product; nil stands for nothing.
    package var terms: Terms?
    /// What all y stay below: they become softCap · tanh(y / softCap); nil where they stay as they are.
    package var softCap: Float?

    /// Products of a vector over columns and a number that depends on x.
    package struct Terms: Sendable {
        /// [term, column]
        package let shares: Tensor
        /// [term, inner]
        package let directions: Tensor
        /// [term]
        package let constants: Tensor

        package init(shares: Tensor, directions: Tensor, constants: Tensor) {
            self.shares = shares
            self.directions = directions
            self.constants = constants
        }
    }

    package init(table: Tensor, scale: Tensor? = nil, terms: Terms? = nil, softCap: Float? = nil) {
        self.table = table
        self.scale = scale
        self.terms = terms
        self.softCap = softCap
    }

    /// y = x · tableᵀ + bias, with bias [column].
    package init(table: Tensor, bias: Tensor) {
        let (columns, inner) = (table.shape[0], table.shape[1])
        self.init(
            table: table,
            terms: Terms(
                shares: bias.reshaped([1, columns]), directions: .zeros([1, inner]), constants: .ones([1])))
    }

    package var columns: Int { table.shape[0] }
    package var inner: Int { table.shape[1] }

    /// What the columns of a zero vector are: [column]
    package var bias: Tensor? {
        terms.map { $0.constants.reshaped([1, $0.constants.count]).matmul($0.shares).reshaped([columns]) }
    }

    /// The same without a bias and a cap: what is linear of it.
    package var withoutBias: Readout {
        let terms = terms.map {
            Terms(shares: $0.shares, directions: $0.directions, constants: .zeros($0.constants.shape))
        }
        return Readout(table: table, scale: scale, terms: terms)
    }

    /// The rows of M for some columns: [index, inner]
    package func rows(_ index: Tensor) -> Tensor {
        let entries = table.indexSelect(dim: 0, index: index)
        let scaled = scale.map { entries * $0 } ?? entries
        guard let terms else { return scaled }
        return scaled + terms.shares.indexSelect(dim: 1, index: index).T.matmul(terms.directions)
    }

    /// Mᵀ: [inner, column]
    package var weights: Tensor {
        let wide = Tensor.orFault { try table.widened().T }
        let out = scale.map { wide * $0.reshaped([inner, 1]) } ?? wide
        guard let terms else { return out }
        return out + terms.directions.T.matmul(terms.shares)
    }
}

extension Readout {
    /// Writes y for `x` [row, inner] to `out` [row, column].
    /// - Throws: `Interrupted`.
    func write(_ x: Tensor, into out: UnsafeMutablePointer<Float>) throws {
        let scaled = try Fault.catching { scale.map { x * $0 } ?? x }
        try scaled.withUnsafeFloats { x in
            guard let x = x.baseAddress else { return }
            try MatrixBlock(table).multiplyTransposed(x, inner, count: scaled.shape[0], into: out, columns)
        }
        try terms?.add(of: x, to: out)
        if let softCap { try Self.cap(out, count: x.shape[0] * columns, below: softCap) }
    }

    private static func cap(_ out: UnsafeMutablePointer<Float>, count: Int, below cap: Float) throws {
        let piece = 1 << 16
        for start in stride(from: 0, to: count, by: piece) {
            try Interruption.check()
            Elementwise.softCap(out + start, cap, into: out + start, count: min(piece, count - start))
        }
    }

    /// Adds to `place`, that of x, what the gradient of y gives; rows of which none was asked cost nothing.
    func sendBack(_ sum: GradientSum, of x: Tensor, to place: GradientPlace) throws {
        guard let rows = try sum.rows(ofWidth: columns) else {
            let all = try sum.dense().renamed(to: [sum.count / columns, columns])
            return try place.add(back(beforeCap(all, x)).renamed(to: place.shape))
        }
        let gradient = try back(beforeCap(sum.dense(rows: rows, width: columns), x.gathering(axis: 0, rows)))
        let plan = try IndexPlan(
            [.gather(Tensor.holding(rows, [rows.count]))], shape: [place.count / inner, inner])
        try place.add(gradient, at: plan)
    }

    /// The gradient of what a cap c is put on, for that of y = c · tanh(… / c), whose slope is 1 − (y / c)².
    private func beforeCap(_ g: Tensor, _ x: Tensor) throws -> Tensor {
        guard let softCap else { return g }
        let y = try Tensor.filled(g.shape, Float.self) { out in
            if let start = out.baseAddress { try write(x, into: start) }
        }
        return try Fault.catching { g * (1 - (y / Double(softCap)).pow(2)) }
    }

    /// The gradient of x [row, inner] for that of y [row, column].
    private func back(_ g: Tensor) throws -> Tensor {
        let result = try Tensor.allocate([g.shape[0], inner], .float32)
        guard let out = result.mutableElements(Float.self).baseAddress else { return result }
        try g.withUnsafeFloats { g in
            guard let g = g.baseAddress else { return }
            try MatrixBlock(table).multiply(g, columns, count: result.shape[0], into: out, inner)
        }
        return try Fault.catching {
            let scaled = scale.map { result * $0 } ?? result
            guard let terms else { return scaled }
            return scaled + g.matmul(terms.shares.T).matmul(terms.directions)
        }
    }

    /// y[column] for the vector `x`.
    func element(_ x: UnsafePointer<Float>, column: Int) -> Float {
        let y = linearElement(x, column: column)
        return softCap.map { Elementwise.softCap(y, $0) } ?? y
    }

    private func linearElement(_ x: UnsafePointer<Float>, column: Int) -> Float {
        let sum = tableElement(x, column * inner)
        guard let terms, let directions = terms.directions.elements(Float.self).baseAddress else { return sum }
        let (shares, constants) = (terms.shares.elements(Float.self), terms.constants.elements(Float.self))
        return constants.indices.reduce(sum) { sum, term in
            sum + shares[term * columns + column] * terms.number(term, of: x, directions, constants)
        }
    }

    /// The scaled table's part of it, with the entry that begins at `start`.
    private func tableElement(_ x: UnsafePointer<Float>, _ start: Int) -> Float {
        let scale = scale?.elements(Float.self).baseAddress
        if let halves = table.halfWidth {
            let entry = halves + start
            return scale.map { vk_dot3_halves(x, entry, $0, inner) } ?? vk_dot_halves(x, entry, inner)
        }
        guard let entry = table.elements(Float.self).baseAddress.map({ $0 + start }) else { return 0 }
        return scale.map { vk_dot3(x, entry, $0, inner) } ?? vk_dot(x, entry, inner)
    }
}

extension Readout.Terms {
    /// What the shares of a term are multiplied with for the vector x.
    @inline(__always)
    fileprivate func number(
        _ term: Int, of x: UnsafePointer<Float>, _ directions: UnsafePointer<Float>,
        _ constants: UnsafeBufferPointer<Float>
    ) -> Float {
        let inner = self.directions.shape[1]
        return vk_dot(x, directions + term * inner, inner) + constants[term]
    }

    /// Adds the terms for x [row, inner] to `out` [row, column].
    fileprivate func add(of x: Tensor, to out: UnsafeMutablePointer<Float>) throws {
        let (terms, inner, columns, rows) = (shares.shape[0], x.shape[1], shares.shape[1], x.shape[0])
        guard let x = x.elements(Float.self).baseAddress, let directions = directions.elements(Float.self).baseAddress
        else { return }
        let constants = constants.elements(Float.self)
        // The same sums as those of single elements, so that these compare with whole rows.
        let numbers = (0..<(rows * terms)).map { number($0 % terms, of: x + $0 / terms * inner, directions, constants) }
        try numbers.withUnsafeBufferPointer { numbers in
            guard let start = numbers.baseAddress else { return }
            try MatrixBlock(shares).multiply(start, terms, count: rows, addingTo: out, columns)
        }
    }
}
