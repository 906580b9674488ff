/// A matrix in Float64, row-major: what weight processing computes in before it rounds once.
package struct Matrix64 {
    package let rows: Int
    package let columns: Int
    package var values: [Double]

    package init(rows: Int, columns: Int, values: [Double]) {
        self.rows = rows
        self.columns = columns
        self.values = values
    }

    /// The numbers of a tensor; a vector is one row.
    package init(_ tensor: Tensor) {
        columns = tensor.shape.last ?? 1
        rows = columns == 0 ? 0 : tensor.count / columns
        values = tensor.withUnsafeFloats { floats in
            [Double](unsafeUninitializedCapacity: floats.count) { out, count in
                for i in floats.indices { out[i] = Double(floats[i]) }
                count = floats.count
            }
        }
    }

    /// Some columns of a tensor, with room for one row more; a vector is one row.
    package init(_ tensor: Tensor, columns range: Range<Int>) {
        let (width, count) = (tensor.shape.last ?? 1, range.count)
        let rows = width == 0 ? 0 : tensor.count / width
        let values = tensor.withUnsafeFloats { floats in
            [Double](unsafeUninitializedCapacity: (rows + 1) * count) { out, filled in
                guard let start = floats.baseAddress, let target = out.baseAddress else { return }
                for row in 0..<rows {
                    let (source, target) = (start + row * width + range.lowerBound, target + row * count)
                    for column in 0..<count { target[column] = Double(source[column]) }
                }
                filled = rows * count
            }
        }
        self.init(rows: rows, columns: count, values: values)
    }

    /// Some rows of a tensor.
    package init(_ tensor: Tensor, rows range: Range<Int>) {
        let width = tensor.shape.last ?? 1
        self.init(tensor.view(elementOffset: range.lowerBound * width, shape: [range.count, width]))
    }

    /// Rounded to Float32, as a tensor of the given shape.
    package func tensor(_ shape: [Int]) -> Tensor {
        Tensor(uninitialized: shape) { out in
            values.withUnsafeBufferPointer { values in for i in values.indices { out[i] = Float(values[i]) } }
        }
    }

    /// Writes the numbers into `tensor` from a row and column on, rounded to Float32.
    package func round(into tensor: inout Tensor, row first: Int, column: Int) {
        let width = tensor.shape.last ?? 1
        tensor.withUnsafeMutableFloats { out in
            values.withUnsafeBufferPointer { values in
                guard let start = out.baseAddress, let source = values.baseAddress else { return }
                for row in 0..<rows {
                    let (source, target) = (source + row * columns, start + (first + row) * width + column)
                    for i in 0..<columns { target[i] = Float(source[i]) }
                }
            }
        }
    }

    /// The product with `other`, through OpenBLAS.
    package func multiplied(by other: Matrix64, transposed: Bool = false) throws -> Matrix64 {
        let n = transposed ? other.rows : other.columns
        let out = try [Double](unsafeUninitializedCapacity: rows * n) { out, count in
            try values.withUnsafeBufferPointer { a in
                try other.values.withUnsafeBufferPointer { b in
                    guard let a = a.baseAddress, let b = b.baseAddress, let out = out.baseAddress else { return }
                    try MatrixProduct.multiply(
                        a, columns, b, other.columns, transposeB: transposed, into: out, n, m: rows, n: n, k: columns)
                    count = rows * n
                }
            }
        }
        return Matrix64(rows: rows, columns: n, values: out)
    }
}

extension Matrix64 {
    /// The products of all pairs of columns: [columns, columns]
    package func gram() throws -> Matrix64 { try gram(ofRows: false) }

    /// The products of all pairs of rows: [rows, rows]
    package func gramOfRows() throws -> Matrix64 { try gram(ofRows: true) }

    private func gram(ofRows: Bool) throws -> Matrix64 {
        let size = ofRows ? rows : columns
        var out = [Double](repeating: 0, count: size * size)
        try out.withUnsafeMutableBufferPointer { out in
            try values.withUnsafeBufferPointer { a in
                guard let a = a.baseAddress, let out = out.baseAddress else { return }
                try MatrixProduct.gram(a, rows: rows, columns: columns, ofRows: ofRows, into: out)
            }
        }
        return Matrix64(rows: size, columns: size, values: out)
    }

    /// Takes the mean of each row off it.
    package mutating func centerRows() {
        let columns = columns
        forEachRow { _, row in
            let mean = Row64.sum(row, columns) / Double(max(columns, 1))
            for column in 0..<columns { row[column] -= mean }
        }
    }

    /// Multiplies row r by `gain[r]`, then takes the mean of each column off it where `takingMeansOff` says so, and gives
    /// the sum over rows of `bias[r]` times row r as it was.
    package mutating func fold(gain: [Double], bias: [Double], takingMeansOff: Bool) -> [Double] {
        var (sums, means) = ([Double](repeating: 0, count: columns), [Double](repeating: 0, count: columns))
        let (rows, columns) = (rows, columns)
        sums.withUnsafeMutableBufferPointer { sums in
            means.withUnsafeMutableBufferPointer { means in
                guard let sums = sums.baseAddress, let means = means.baseAddress else { return }
                forEachRow { index, row in
                    let (gain, bias) = (gain[index], bias[index])
                    for column in 0..<columns { sums[column] += bias * row[column] }
                    for column in 0..<columns { row[column] *= gain }
                    for column in 0..<columns { means[column] += row[column] }
                }
                guard takingMeansOff else { return }
                for column in 0..<columns { means[column] /= Double(rows) }
                forEachRow { _, row in for column in 0..<columns { row[column] -= means[column] } }
            }
        }
        return sums
    }

    /// With column c times `factors[c]`.
    package func scalingColumns(by factors: [Double]) -> Matrix64 {
        mapRows { _, row, out in
            factors.withUnsafeBufferPointer { factors in
                for column in factors.indices { out[column] = row[column] * factors[column] }
            }
        }
    }

    /// With row r times `factors[r]`.
    package func scalingRows(by factors: [Double]) -> Matrix64 {
        let columns = columns
        return mapRows { index, row, out in
            let factor = factors[index]
            for column in 0..<columns { out[column] = row[column] * factor }
        }
    }

    /// A matrix of the same shape whose rows `body` writes.
    private func mapRows(
        _ body: (_ index: Int, _ row: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>) -> Void
    ) -> Matrix64 {
        let result = [Double](unsafeUninitializedCapacity: values.count) { out, count in
            values.withUnsafeBufferPointer { values in
                guard let start = values.baseAddress, let out = out.baseAddress else { return }
                for row in 0..<rows { body(row, start + row * columns, out + row * columns) }
                count = values.count
            }
        }
        return Matrix64(rows: rows, columns: columns, values: result)
    }

    /// The sum over rows of `factors[r]` times row r.
    package func weightedRowSum(_ factors: ArraySlice<Double>) -> [Double] {
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
