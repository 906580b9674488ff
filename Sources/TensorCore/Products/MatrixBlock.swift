internal import CVectorKernels

/// Some rows and columns of a matrix [row, column] that products read, whether it is kept at four bytes a number or at two.
///
/// ```swift
/// try MatrixBlock(attention.qkv, columns: columns[.q]).multiply(x, dModel, count: tokens, addingTo: q, dHeads)
/// ```
/// Of few rows of x a product takes as long as reading the matrix, which is read once then, by all cores. Otherwise a
/// matrix of two bytes a number is widened by stretches that stay in the cache.
package struct MatrixBlock {
    let matrix: Tensor
    let rows: Range<Int>
    let columns: Range<Int>

    /// All of the matrix, or some of its rows and columns.
    package init(_ matrix: Tensor, rows: Range<Int>? = nil, columns: Range<Int>? = nil) {
        self.matrix = matrix
        self.rows = rows ?? 0..<matrix.shape[0]
        self.columns = columns ?? 0..<matrix.shape[1]
    }

    var stride: Int { matrix.shape[1] }
    private var start: Int { rows.lowerBound * stride + columns.lowerBound }

    /// out [count, column] += x [count, row] · this block; `ldx` and `ldc` are the distances between their rows.
    package func multiply(
        _ x: UnsafePointer<Float>, _ ldx: Int, count: Int, addingTo out: UnsafeMutablePointer<Float>, _ ldc: Int
    ) throws { try multiply(x, ldx, count, OutRows(start: out, stride: ldc, isAddedTo: true)) }

    /// out [count, column] = x [count, row] · this block
    package func multiply(
        _ x: UnsafePointer<Float>, _ ldx: Int, count: Int, into out: UnsafeMutablePointer<Float>, _ ldc: Int
    ) throws { try multiply(x, ldx, count, OutRows(start: out, stride: ldc, isAddedTo: false)) }

    /// out [count, row] += x [count, column] · this block, transposed
    package func multiplyTransposed(
        _ x: UnsafePointer<Float>, _ ldx: Int, count: Int, addingTo out: UnsafeMutablePointer<Float>, _ ldc: Int
    ) throws { try multiplyTransposed(x, ldx, count, OutRows(start: out, stride: ldc, isAddedTo: true)) }

    /// out [count, row] = x [count, column] · this block, transposed
    package func multiplyTransposed(
        _ x: UnsafePointer<Float>, _ ldx: Int, count: Int, into out: UnsafeMutablePointer<Float>, _ ldc: Int
    ) throws { try multiplyTransposed(x, ldx, count, OutRows(start: out, stride: ldc, isAddedTo: false)) }

    private func multiply(_ x: UnsafePointer<Float>, _ ldx: Int, _ count: Int, _ out: OutRows) throws {
        let x = Rows(start: x, stride: ldx, count: count)
        try reading { halves in
            try count <= Self.few
                ? addFew(x, halves, into: out, vk_add_row_times_halves) : addMany(x, halves, into: out)
        } floats: { floats in
            if isStreamed(count) { return try addFew(x, floats, into: out, vk_add_row_times_matrix) }
            try MatrixProduct.multiply(
                x.start, ldx, floats, stride, into: out.start, out.stride, m: count, n: columns.count, k: rows.count,
                beta: out.beta)
        }
    }

    private func multiplyTransposed(_ x: UnsafePointer<Float>, _ ldx: Int, _ count: Int, _ out: OutRows) throws {
        let x = Rows(start: x, stride: ldx, count: count)
        try reading { halves in
            try count <= Self.few
                ? addFewTransposed(x, halves, into: out, vk_add_row_times_transposed_halves)
                : addManyTransposed(x, halves, into: out)
        } floats: { floats in
            // However small: a row's numbers are those that come one by one (`Readout.element`).
            if count <= Self.few { return try addFewTransposed(x, floats, into: out, vk_add_row_times_transposed) }
            try MatrixProduct.multiply(
                x.start, ldx, floats, stride, transposeB: true, into: out.start, out.stride, m: count, n: rows.count,
                k: columns.count, beta: out.beta)
        }
    }

    /// So many rows of x are worth a reading of the matrix each.
    private static let few = 2
    /// Smaller matrices stay in the cache, where OpenBLAS is faster unless they have next to no rows.
    private static let (smallestStream, fewestRows) = (1 << 16, 8)

    private func isStreamed(_ count: Int) -> Bool {
        guard count <= Self.few else { return false }
        return rows.count * columns.count >= Self.smallestStream || rows.count <= Self.fewestRows
    }

    private func reading(
        halves: (UnsafePointer<UInt16>) throws -> Void, floats: (UnsafePointer<Float>) throws -> Void
    ) throws {
        try withExtendedLifetime(matrix.storage) {
            if let start = matrix.halfWidth {
                try halves(start + self.start)
            } else if let start = matrix.elements(Float.self).baseAddress {
                try floats(start + self.start)
            }
        }
    }
}

/// Rows that are multiplied.
struct Rows {
    let start: UnsafePointer<Float>
    let stride: Int
    let count: Int
}

/// Rows of a result.
struct OutRows {
    let start: UnsafeMutablePointer<Float>
    let stride: Int
    /// Whether the product is added to what they hold.
    let isAddedTo: Bool

    var beta: Float { isAddedTo ? 1 : 0 }

    /// Makes some columns zeros before a sum begins, where the product is not added to what they hold.
    func begin(_ count: Int, _ columns: Range<Int>) {
        guard !isAddedTo else { return }
        for row in 0..<count {
            (start + row * stride + columns.lowerBound).update(repeating: 0, count: columns.count)
        }
    }
}
