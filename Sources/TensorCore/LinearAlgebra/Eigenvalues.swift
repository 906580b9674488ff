internal import COpenBLAS
internal import SessionSafety

/// The eigenvalues of a real square matrix, in double precision, largest magnitude first; of a conjugate pair, the one
/// with the positive imaginary part first.
package struct Eigenvalues: Sendable {
    package let real: [Double]
    package let imaginary: [Double]

    /// The eigenvalues of `a`, row-major [size, size].
    package init(_ a: [Double], size: Int) throws {
        guard a.count == size * size else { throw TensorError.valueCount(given: a.count, shape: [size, size]) }
        guard a.allSatisfy(\.isFinite) else { throw TensorError.noConvergence(operation: "eigenvalues") }
        try Interruption.check()
        let (real, imaginary) = try size < 100 ? Self.values(a, size) : Abandonable.run { try Self.values(a, size) }
        let magnitudes = zip(real, imaginary).map { $0 * $0 + $1 * $1 }
        let order = real.indices.sorted {
            (magnitudes[$1], real[$1], imaginary[$1]) < (magnitudes[$0], real[$0], imaginary[$0])
        }
        self.real = order.map { real[$0] }
        self.imaginary = order.map { imaginary[$0] }
    }

    private static func values(_ a: [Double], _ size: Int) throws -> (real: [Double], imaginary: [Double]) {
        // LAPACK reads columns: it sees the transposed matrix, whose eigenvalues are the same.
        var matrix = a
        var (real, imaginary) = ([Double](repeating: 0, count: size), [Double](repeating: 0, count: size))
        guard size == 0 || solve(&matrix, size, &real, &imaginary) == 0 else {
            throw TensorError.noConvergence(operation: "eigenvalues")
        }
        return (real, imaginary)
    }

    private static func solve(
        _ matrix: inout [Double], _ size: Int, _ real: inout [Double], _ imaginary: inout [Double]
    ) -> Int32 {
        var (left, right) = (CChar(UInt8(ascii: "N")), CChar(UInt8(ascii: "N")))
        var (n, one, info) = (Int32(size), Int32(1), Int32(0))
        var length = Int32(8 * size)
        var work = [Double](repeating: 0, count: Int(length))
        var none = 0.0
        var none2 = 0.0
        dgeev_(
            &left, &right, &n, &matrix, &n, &real, &imaginary, &none, &one, &none2, &one, &work, &length, &info)
        return info
    }
}
