internal import COpenBLAS
internal import SessionSafety

/// The thin singular value decomposition A = U · diag(S) · Vᵀ of a row-major matrix, in double precision.
///
/// Signs of singular vectors are as LAPACK leaves them; who needs a rule applies one.
package struct SingularValueDecomposition: Sendable {
    /// [rows, rank]
    package let u: [Double]
    /// [rank], falling
    package let s: [Double]
    /// [rank, columns]
    package let vt: [Double]
    /// min(rows, columns)
    package let rank: Int

    /// Decomposes `a` of shape [rows, columns].
    package init(_ a: [Double], rows: Int, columns: Int) throws {
        guard rows > 0, columns > 0, a.count == rows * columns else {
            throw TensorError.valueCount(given: a.count, shape: [rows, columns])
        }
        guard a.allSatisfy(\.isFinite), max(rows, columns) <= Int(Int32.max) else {
            throw TensorError.noConvergence(operation: "svd")
        }
        try Interruption.check()
        let isShort = Double(rows) * Double(columns) * Double(min(rows, columns)) < 1e6
        let parts = try isShort ? Self.parts(a, rows, columns) : Abandonable.run { try Self.parts(a, rows, columns) }
        (u, s, vt) = parts
        rank = min(rows, columns)
    }

    private static func parts(_ a: [Double], _ rows: Int, _ columns: Int) throws -> (
        u: [Double], s: [Double], vt: [Double]
    ) {
        // LAPACK is column-major: it sees Aᵀ = V · S · Uᵀ, so its U is our V and its Vᵀ our Uᵀ, each already transposed.
        let rank = min(rows, columns)
        // The copy, both factors and LAPACK's own space.
        try TensorError.checkMemory(a.count + (rows + columns + 7 * rank) * rank, of: MemoryLayout<Double>.stride)
        var matrix = a
        var singular = [Double](repeating: 0, count: rank)
        var left = [Double](repeating: 0, count: columns * rank)
        var right = [Double](repeating: 0, count: rank * rows)
        let info = decompose(&matrix, columns, rows, &singular, &left, &right, rank)
        guard info == 0 else { throw TensorError.noConvergence(operation: "svd") }
        return (right, singular, left)
    }

    private static func decompose(
        _ matrix: inout [Double], _ rows: Int, _ columns: Int, _ singular: inout [Double],
        _ left: inout [Double], _ right: inout [Double], _ rank: Int
    ) -> Int32 {
        var job = CChar(UInt8(ascii: "S"))
        var (m, n, r) = (Int32(rows), Int32(columns), Int32(rank))
        var integers = [Int32](repeating: 0, count: 8 * rank)
        var info: Int32 = 0
        var best = 0.0
        var query: Int32 = -1
        dgesdd_(&job, &m, &n, &matrix, &m, &singular, &left, &m, &right, &r, &best, &query, &integers, &info)
        guard info == 0 else { return info }
        var work = [Double](repeating: 0, count: max(1, Int(best)))
        var length = Int32(work.count)
        dgesdd_(&job, &m, &n, &matrix, &m, &singular, &left, &m, &right, &r, &work, &length, &integers, &info)
        return info
    }
}
