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
        values = tensor.withUnsafeFloats { floats in
            [Double](unsafeUninitializedCapacity: floats.count) { out, count in
                for i in floats.indices { out[i] = Double(floats[i]) }
                count = floats.count
            }
        }
    }

    /// Rounded to Float32, as a tensor of the given shape.
    func tensor(_ shape: [Int]) -> Tensor {
        Tensor(uninitialized: shape) { out in
            values.withUnsafeBufferPointer { values in for i in values.indices { out[i] = Float(values[i]) } }
        }
    }

    /// Writes the numbers into `tensor`, which has as many elements, rounded to Float32.
    func round(into tensor: inout Tensor) {
        tensor.withUnsafeMutableFloats { out in
            guard out.count == values.count else { return }
            values.withUnsafeBufferPointer { values in for i in values.indices { out[i] = Float(values[i]) } }
        }
    }

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
        let width = part.columns
        part.values.withUnsafeBufferPointer { part in
            forEachRow { row, target in
                for column in 0..<width { target[first + column] = part[row * width + column] }
            }
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
        let columns = columns
        forEachRow { _, row in
            let mean = Row64.sum(row, columns) / Double(max(columns, 1))
            for column in 0..<columns { row[column] -= mean }
        }
    }

    /// Takes the mean of each column off it.
    mutating func centerColumns() {
        guard rows > 0 else { return }
        let means = weightedRowSum([Double](repeating: 1 / Double(rows), count: rows)[...])
        let columns = columns
        means.withUnsafeBufferPointer { means in
            forEachRow { _, row in for column in 0..<columns { row[column] -= means[column] } }
        }
    }

    /// Multiplies row r by `factors[r]`.
    mutating func scaleRows(by factors: [Double]) {
        let columns = columns
        forEachRow { index, row in
            let factor = factors[index]
            for column in 0..<columns { row[column] *= factor }
        }
    }

    /// Multiplies column c by `factors[c]`.
    mutating func scaleColumns(by factors: [Double]) {
        let columns = columns
        factors.withUnsafeBufferPointer { factors in
            forEachRow { _, row in for column in 0..<columns { row[column] *= factors[column] } }
        }
    }

    /// The sum over rows of `factors[r]` times row r.
    func weightedRowSum(_ factors: ArraySlice<Double>) -> [Double] {
        var out = [Double](repeating: 0, count: columns)
        out.withUnsafeMutableBufferPointer { out in
            values.withUnsafeBufferPointer { values in
                guard let target = out.baseAddress, let start = values.baseAddress else { return }
                for (row, factor) in factors.enumerated() {
                    Row64.add(start + row * columns, times: factor, to: target, columns)
                }
            }
        }
        return out
    }

    /// Gives `body` each row's number and elements, for writing.
    private mutating func forEachRow(_ body: (_ index: Int, _ row: UnsafeMutablePointer<Double>) -> Void) {
        let (rows, columns) = (rows, columns)
        values.withUnsafeMutableBufferPointer { values in
            guard let start = values.baseAddress else { return }
            for row in 0..<rows { body(row, start + row * columns) }
        }
    }
}

/// Sums over contiguous numbers in Float64, several at a time.
enum Row64 {
    /// The sum of `count` numbers.
    static func sum(_ row: UnsafePointer<Double>, _ count: Int) -> Double {
        var lanes = SIMD8<Double>()
        var index = 0
        while index + 8 <= count {
            lanes += UnsafeRawPointer(row + index).loadUnaligned(as: SIMD8<Double>.self)
            index += 8
        }
        var sum = lanes.sum()
        while index < count {
            sum += row[index]
            index += 1
        }
        return sum
    }

    /// target += factor · row
    static func add(
        _ row: UnsafePointer<Double>, times factor: Double, to target: UnsafeMutablePointer<Double>, _ count: Int
    ) {
        for index in 0..<count { target[index] += factor * row[index] }
    }
}
