/// A matrix [row, d] of many rows, which may be stored with rows and columns exchanged.
package struct TallMatrix64 {
    let stored: Matrix64
    let isTransposed: Bool

    /// A matrix stored as it is.
    package init(_ matrix: Matrix64) { self.init(stored: matrix, isTransposed: false) }

    /// The transpose of `matrix` [d, row].
    package init(transposing matrix: Matrix64) { self.init(stored: matrix, isTransposed: true) }

    private init(stored: Matrix64, isTransposed: Bool) {
        self.stored = stored
        self.isTransposed = isTransposed
    }

    /// The same matrix, stored the other way where `isTransposed` says so.
    func stored(transposed isTransposed: Bool) -> TallMatrix64 {
        isTransposed == self.isTransposed ? self : TallMatrix64(stored: stored.transposed, isTransposed: isTransposed)
    }

    /// The products of all pairs of columns: [d, d]
    func gram() throws -> Matrix64 { try isTransposed ? stored.gramOfRows() : stored.gram() }

    /// The product with `factor` [d, k], stored in the same way.
    func multiplied(by factor: Matrix64) throws -> TallMatrix64 {
        let product = try isTransposed ? factor.transposed.multiplied(by: stored) : stored.multiplied(by: factor)
        return TallMatrix64(stored: product, isTransposed: isTransposed)
    }

    /// With column c times `factors[c]`, stored in the same way.
    func scalingColumns(by factors: [Double]) -> TallMatrix64 {
        let scaled = isTransposed ? stored.scalingRows(by: factors) : stored.scalingColumns(by: factors)
        return TallMatrix64(stored: scaled, isTransposed: isTransposed)
    }

    /// The sign of the component of largest magnitude of each column.
    var signs: [Double] {
        let (most, least) = isTransposed ? stored.extremesOfRows() : stored.extremesOfColumns()
        return zip(most, least).map { $0 >= -$1 ? 1 : -1 }
    }
}

extension Matrix64 {
    /// Rows and columns exchanged.
    package var transposed: Matrix64 {
        let out = [Double](unsafeUninitializedCapacity: rows * columns) { out, count in
            values.withUnsafeBufferPointer { values in
                for row in 0..<rows {
                    for column in 0..<columns { out[column * rows + row] = values[row * columns + column] }
                }
            }
            count = rows * columns
        }
        return Matrix64(rows: columns, columns: rows, values: out)
    }

    /// The largest and the smallest number of each column.
    fileprivate func extremesOfColumns() -> (most: [Double], least: [Double]) {
        var most = Array(values.prefix(columns))
        var least = most
        values.withUnsafeBufferPointer { values in
            most.withUnsafeMutableBufferPointer { most in
                least.withUnsafeMutableBufferPointer { least in
                    guard let start = values.baseAddress, let most = most.baseAddress, let least = least.baseAddress
                    else { return }
                    for row in 0..<rows {
                        let row = start + row * columns
                        for column in 0..<columns {
                            most[column] = row[column] > most[column] ? row[column] : most[column]
                            least[column] = row[column] < least[column] ? row[column] : least[column]
                        }
                    }
                }
            }
        }
        return (most, least)
    }

    /// The largest and the smallest number of each row.
    fileprivate func extremesOfRows() -> (most: [Double], least: [Double]) {
        let pairs = values.withUnsafeBufferPointer { values in
            (0..<rows).map { Row64.extremes(UnsafeBufferPointer(rebasing: values[$0 * columns..<($0 + 1) * columns])) }
        }
        return (pairs.map(\.most), pairs.map(\.least))
    }
}
