internal import TensorCore

/// A matrix in Float64, row-major: what weight processing computes in before it rounds once.
struct Matrix64 {
    let rows: Int
    let columns: Int
    var values: [Double]

    init(rows: Int, columns: Int, values: [Double]) {
        self.rows = rows
        self.columns = columns
        self.values = values
    }

    /// The numbers of a tensor; a vector is one row.
    init(_ tensor: Tensor) {
        columns = tensor.shape.last ?? 1
        rows = columns == 0 ? 0 : tensor.count / columns
        values = tensor.withUnsafeFloats { $0.map(Double.init) }
    }

    /// Rounded to Float32, as a tensor of the given shape.
    func tensor(_ shape: [Int]) -> Tensor { Tensor(values.map { Float($0) }, shape: shape) }

    subscript(row: Int, column: Int) -> Double {
        get { values[row * columns + column] }
        set { values[row * columns + column] = newValue }
    }

    /// The columns of `range`, copied out.
    func columns(_ range: Range<Int>) -> Matrix64 {
        var out: [Double] = []
        out.reserveCapacity(rows * range.count)
        for row in 0..<rows { out += values[(row * columns + range.lowerBound)..<(row * columns + range.upperBound)] }
        return Matrix64(rows: rows, columns: range.count, values: out)
    }

    /// The rows of `range`, copied out.
    func rows(_ range: Range<Int>) -> Matrix64 {
        Matrix64(
            rows: range.count, columns: columns,
            values: Array(values[(range.lowerBound * columns)..<(range.upperBound * columns)]))
    }

    /// Puts `part` in the place of as many columns from `first` on.
    mutating func replaceColumns(from first: Int, by part: Matrix64) {
        for row in 0..<rows {
            for column in 0..<part.columns { self[row, first + column] = part[row, column] }
        }
    }

    /// Puts `part` in the place of as many rows from `first` on.
    mutating func replaceRows(from first: Int, by part: Matrix64) {
        values.replaceSubrange((first * columns)..<((first + part.rows) * columns), with: part.values)
    }

    /// The product with `other`, through OpenBLAS.
    func multiplied(by other: Matrix64, transposed: Bool = false) throws -> Matrix64 {
        let n = transposed ? other.rows : other.columns
        var out = [Double](repeating: 0, count: rows * n)
        try out.withUnsafeMutableBufferPointer { out in
            try values.withUnsafeBufferPointer { a in
                try other.values.withUnsafeBufferPointer { b in
                    guard let a = a.baseAddress, let b = b.baseAddress, let out = out.baseAddress else { return }
                    try MatrixProduct.multiply(
                        a, columns, b, other.columns, transposeB: transposed, into: out, n, m: rows, n: n, k: columns)
                }
            }
        }
        return Matrix64(rows: rows, columns: n, values: out)
    }
}

extension Matrix64 {
    /// The products of all pairs of columns: [columns, columns]
    func gram() throws -> Matrix64 {
        var out = [Double](repeating: 0, count: columns * columns)
        try out.withUnsafeMutableBufferPointer { out in
            try values.withUnsafeBufferPointer { a in
                guard let a = a.baseAddress, let out = out.baseAddress else { return }
                try MatrixProduct.multiply(
                    a, columns, transposeA: true, a, columns, into: out, columns, m: columns, n: columns, k: rows)
            }
        }
        return Matrix64(rows: columns, columns: columns, values: out)
    }

    /// Takes the mean of each row off it.
    mutating func centerRows() {
        guard columns > 0 else { return }
        for row in 0..<rows {
            let range = (row * columns)..<((row + 1) * columns)
            let mean = values[range].reduce(0, +) / Double(columns)
            for index in range { values[index] -= mean }
        }
    }

    /// Takes the mean of each column off it.
    mutating func centerColumns() {
        guard rows > 0 else { return }
        var means = [Double](repeating: 0, count: columns)
        for row in 0..<rows { for column in 0..<columns { means[column] += values[row * columns + column] } }
        for column in 0..<columns { means[column] /= Double(rows) }
        for row in 0..<rows { for column in 0..<columns { values[row * columns + column] -= means[column] } }
    }

    /// Multiplies row r by `factors[r]`.
    mutating func scaleRows(by factors: [Double]) {
        for row in 0..<rows { for column in 0..<columns { values[row * columns + column] *= factors[row] } }
    }

    /// Multiplies column c by `factors[c]`.
    mutating func scaleColumns(by factors: [Double]) {
        for row in 0..<rows { for column in 0..<columns { values[row * columns + column] *= factors[column] } }
    }

    /// The sum over rows of `factors[r]` times row r.
    func weightedRowSum(_ factors: ArraySlice<Double>) -> [Double] {
        var out = [Double](repeating: 0, count: columns)
        for (row, factor) in factors.enumerated() {
            for column in 0..<columns { out[column] += factor * values[row * columns + column] }
        }
        return out
    }
}
