import SessionSafety
import TensorCore
import Testing

/// A stop request ends long work as an error.
struct InterruptionTests {
    @Test func everyLongOperationLooksAtTheStopFlag() throws {
        try Session().run {
            let values = Tensor.ones([64, 64])
            let work: [(Tensor) -> Tensor] = [
                { $0.matmul($0) }, { $0 + $0 }, { $0 + $0[0] }, { $0.exp() }, { $0.relu() }, { $0.softmax(dim: 0) },
                { $0.sum(dim: 0) }, { $0.sum(dim: 1) }, { $0.max(dim: 0) }, { $0.cumsum(dim: 0) }, { $0.sort().values },
                { $0.T }, { $0[[0, 1]] }, { Tensor.cat([$0, $0]) }, { einsum("i j, j k -> i k", $0, $0) },
            ]
            Session.current.stop.request()
            for (number, step) in work.enumerated() {
                #expect(throws: Interrupted.self, "\(number)") { try Fault.catching { step(values) } }
            }
            Session.current.stop.clear()
            #expect(values == Tensor.ones([64, 64]))
        }
    }

    /// LAPACK's calls can't be stopped; who waits for one can.
    @Test func whoWaitsForALongDecompositionLooksAtTheFlag() throws {
        try Session().run {
            let matrix = [Double](repeating: 1, count: 200 * 200)
            let (parts, looks) = try Session.current.stop.countingLooks {
                try SingularValueDecomposition(matrix, rows: 200, columns: 200)
            }
            #expect(looks >= 3 && abs(parts.s[0] - 200) < 1e-6)
            Session.current.stop.request()
            #expect(throws: Interrupted.self) { try SingularValueDecomposition(matrix, rows: 200, columns: 200) }
            #expect(throws: Interrupted.self) { try Eigenvalues(matrix, size: 200) }
            Session.current.stop.clear()
            #expect(try SingularValueDecomposition(matrix, rows: 200, columns: 200).s.count == 200)
        }
    }
}
