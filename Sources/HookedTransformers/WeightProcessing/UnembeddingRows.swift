internal import Dispatch

/// The rows of W_U by token, gone through on all cores in stretches whose number does not depend on the machine, so
/// that neither do the sums.
struct UnembeddingRows: @unchecked Sendable {
    let start: UnsafePointer<Float>
    let dVocab: Int
    let dModel: Int
    /// The layer norm to fold; nil when there is none.
    let norm: Norm64?

    private static let stretches = 16

    /// What has to be known of all rows before the first is written.
    struct Sums {
        /// Per token, ln_final.b · W_U.
        var shifts: [Double]
        /// Per token, the mean over m of the folded row.
        var rowMeans: [Double]
        /// Per m, the mean over the vocabulary of the rows as they are stored.
        var columnMeans: [Double]
    }

    /// All sums in one reading.
    func sums() -> Sums {
        var shifts = [Double](repeating: 0, count: dVocab)
        var rowMeans = [Double](repeating: 0, count: dVocab)
        var columns = [Double](repeating: 0, count: Self.stretches * dModel)
        let (gain, bias) = (norm?.gain ?? [], norm?.bias ?? [])
        withPointers(&shifts, &rowMeans, &columns) { shifts, rowMeans, columns in
            forEachRow { stretch, token, row in
                Row64.add(row, to: columns + stretch * dModel, dModel)
                guard norm != nil else { return }
                (rowMeans[token], shifts[token]) = Row64.dots(row, gain, bias)
                rowMeans[token] /= Double(dModel)
            }
        }
        let factors = [Double](repeating: 1 / Double(dVocab), count: Self.stretches)
        let columnMeans = Matrix64(rows: Self.stretches, columns: dModel, values: columns).weightedRowSum(factors[...])
        return Sums(shifts: shifts, rowMeans: rowMeans, columnMeans: columnMeans)
    }

    /// Writes the folded rows less their means and, when `centered`, less the mean of all folded rows.
    func rewrite(into target: UnsafeMutablePointer<Float>, less sums: Sums, centered: Bool) {
        let gain = norm?.gain ?? [Double](repeating: 1, count: dModel)
        let meanOfMeans = sums.rowMeans.reduce(0, +) / Double(dVocab)
        let means = (0..<dModel).map { centered ? gain[$0] * sums.columnMeans[$0] - meanOfMeans : 0 }
        nonisolated(unsafe) let target = target
        forEachRow { _, token, row in
            Row64.fold(row, gain: gain, less: means, and: sums.rowMeans[token], into: target + token * dModel)
        }
    }

    private func withPointers(
        _ a: inout [Double], _ b: inout [Double], _ c: inout [Double],
        _ body: (
            UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>
        ) -> Void
    ) {
        a.withUnsafeMutableBufferPointer { a in
            b.withUnsafeMutableBufferPointer { b in
                c.withUnsafeMutableBufferPointer { c in
                    guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
                    body(a, b, c)
                }
            }
        }
    }

    /// Calls `body` for every token; stretches go on at the same time.
    private func forEachRow(_ body: (_ stretch: Int, _ token: Int, UnsafePointer<Float>) -> Void) {
        withoutActuallyEscaping(body) { body in
            nonisolated(unsafe) let body = body
            DispatchQueue.concurrentPerform(iterations: Self.stretches) { stretch in
                let first = dVocab * stretch / Self.stretches
                for token in first..<(dVocab * (stretch + 1) / Self.stretches) {
                    body(stretch, token, start + token * dModel)
                }
            }
        }
    }
}
